"""Re-derives every invariant – ledger chains, stored files, numbers, review gates – and names every fault it finds.

核验：重新推算每一条不变量，逐条列出问题。发现问题时退出码为 1；临期、逾期只作提醒，不影响退出码。
"""

from __future__ import annotations

import argparse
from typing import Any

from yangguang.base import verifying
from yangguang.base.commands.terminal import answer

NAME = "verify"
HELP = "核验全部不变量 · re-derive every invariant"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which checks to run."""
    parser.add_argument(
        "--only", action="append", metavar="NAME", help="只运行这些检查 run these checks only (repeatable)"
    )


def run(arguments: argparse.Namespace) -> int:
    """Run the checks; 0 when all hold, 1 when any fault was found."""
    only = set(arguments.only) if arguments.only else None
    found: list[dict[str, Any]] = [
        {"check": name, "title": title, "faults": faults} for name, title, faults in verifying.run(only)
    ]
    warned: list[dict[str, Any]] = [
        {"check": name, "title": title, "warnings": warnings} for name, title, warnings in verifying.warnings(only)
    ]
    count = sum(len(check["faults"]) for check in found)
    told = {"clean": not count, "checks": found, "warnings": warned}
    answer(told, as_json=arguments.json, lines=[*_warnings(warned), *_lines(found, count)])
    return 1 if count else 0


def _warnings(warned: list[dict[str, Any]]) -> list[str]:
    lines = []
    for reminder in warned:
        if reminder["warnings"]:
            lines += [f"! {reminder['title']} ({reminder['check']})", *(f"    {one}" for one in reminder["warnings"])]
    return lines


def _lines(found: list[dict[str, Any]], count: int) -> list[str]:
    lines = []
    for check in found:
        faults = check["faults"]
        lines.append(f"{'✗' if faults else '✓'} {check['title']} ({check['check']})")
        lines += [f"    {fault}" for fault in faults]
    return [*lines, f"发现 {count} 处问题。 {count} fault(s)." if count else "全部成立。 All invariants hold."]
