"""Lists the duties of the Three Systems: how far each is kept, by which pages or commands, proved by which tests.

三项制度的各项职责：是否落实、由哪些页面或者命令落实、由哪些测试证明。
"""

from __future__ import annotations

import argparse
from collections import Counter

from yangguang.base import duties
from yangguang.base.commands.terminal import answer

NAME = "duties"
HELP = "列出三项制度职责及落实情况 · list the duties of the Three Systems"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments of its own."""


def run(arguments: argparse.Namespace) -> int:
    """Print every duty with its status."""
    every = duties.all_duties()
    rows = [
        {
            "id": duty.id,
            "system": duty.system,
            "duty": duty.duty,
            "must_hold": duty.must_hold,
            "status": duty.status,
            "lacks": duty.lacks,
            "kept_by": duties.keepers(duty),
            "tests": list(duty.tests),
        }
        for duty in every
    ]
    counts = Counter(duty.status for duty in every)
    lines = [
        f"{duty.id}  {duties.LABELS[duty.status]}  {duty.system} · {duty.duty}"
        + (f"（{duty.lacks}）" if duty.lacks else "")
        for duty in every
    ]
    total = "，".join(f"{label} {counts[status]} 项" for status, label in duties.LABELS.items())
    answer(rows, as_json=arguments.json, lines=[*lines, f"共 {len(every)} 项：{total}。"])
    return 0
