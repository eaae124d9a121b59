"""Lists the clauses of law this software keeps: values with units, source, when checked, and who keeps each.

法条清册：数值与单位、来源、核对日期、由谁保证；可以只看一条或者一部法。
"""

from __future__ import annotations

import argparse
from typing import Any

import yangguang
from yangguang.base.commands.terminal import answer
from yangguang.kernel.refusal import Refused
from yangguang.statutes import coverage, keepers

NAME = "clauses"
HELP = "列出法条及落实情况 · list the clauses of law"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which clauses to list."""
    parser.add_argument("id", nargs="?", default="", help="法条编号或者其开头 an id or its beginning, e.g. APL-2021:48")
    parser.add_argument("--unkept", action="store_true", help="只列应当落实而尚未落实的 in scope, not kept yet")


def run(arguments: argparse.Namespace) -> int:
    """Print the clauses asked for; refused when there is none."""
    keepers.gather(yangguang)
    left = set(coverage.uncovered())
    rows = [
        row
        for row in coverage.listing()
        if str(row["id"]).startswith(arguments.id) and (not arguments.unkept or row["id"] in left)
    ]
    if not rows and not arguments.unkept:
        raise Refused(f"没有编号以 {arguments.id} 开头的法条。", remedy="运行 yangguang clauses 查看全部编号。")
    answer(rows, as_json=arguments.json, lines=[_line(row) for row in rows])
    return 0


def _line(row: dict[str, Any]) -> str:
    values = "；".join(f"{name} {value}" for name, value in row["values"].items())
    status = coverage.LABELS[row["status"]]
    return f"{row['id']:<24} {row['citation']} {row['topic']}" + (f"（{values}）" if values else "") + f" · {status}"
