"""Counts working days: the due day, every day skipped and why, and whether the date is provisional (暂定).

工作日推算：到期日、跳过的每一天及原因、是否暂定。起算当日不计入。
"""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from django.db import DatabaseError

from yangguang.base import calendars
from yangguang.base.commands.terminal import answer
from yangguang.kernel.workdays import Calendar, explain_workdays, shipped_calendar

NAME = "workdays"
HELP = "推算工作日到期日 · count working days"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The day the term starts on and its length."""
    parser.add_argument("start", metavar="START", type=date.fromisoformat, help="起算日 the day it starts, YYYY-MM-DD")
    parser.add_argument("amount", metavar="N", type=int, help="工作日数 how many working days")


def run(arguments: argparse.Namespace) -> int:
    """Say the due day and how it was reached."""
    facts = explain_workdays(arguments.start, arguments.amount, _calendar())
    answer(facts, as_json=arguments.json, lines=_lines(facts))
    return 0


def _calendar() -> Calendar:
    try:
        return calendars.in_force()
    except DatabaseError:  # the site was never prepared: what the product ships with still holds
        return shipped_calendar()


def _lines(facts: dict[str, Any]) -> list[str]:
    provisional = "（暂定 provisional：该年度放假安排尚未公布）" if facts["provisional"] else ""
    lines = [f"{facts['start']} 起 {facts['amount']} 个工作日，到期日 due: {facts['due']}{provisional}"]
    return lines + [f"    {skip['day']} 不计 skipped：{skip['why']}" for skip in facts["skipped"]]
