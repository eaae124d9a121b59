"""Lists and officers' entries in public: whose hands they go through, what a correction may touch, why something is taken back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Any

from yangguang.disclosure.events.standing import DUTIES, TAKING_BACK
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import folded
from yangguang.statutes import keeps

STEPS = ("采集", "传递", "审核", "发布")
LEAST_REASON = 5
Row = Mapping[str, Any]


class ChangeKind(StrEnum):
    """What is proposed."""

    CORRECT = "correct"
    WITHDRAW = "withdraw"
    RESTORE = "restore"


class Ground(StrEnum):
    """Why something is taken back; the value stands in the public log."""

    MISTAKEN = "mistaken"
    NOT_TO_BE_PUBLIC = "not_to_be_public"
    ANNULLED = "annulled"
    NO_LONGER_HOLDS = "no_longer_holds"
    REMOVED_EARLY = "removed_early"
    RAN_OUT = "ran_out"


CHANGES = {ChangeKind.CORRECT: "更正", ChangeKind.WITHDRAW: "撤回公开", ChangeKind.RESTORE: "恢复公开"}
GROUNDS = {
    Ground.MISTAKEN: "公开的内容有误",
    Ground.NOT_TO_BE_PUBLIC: "公开了依法不应公开的内容",
    Ground.ANNULLED: "所依据的文件被撤销或者改变",
    Ground.NO_LONGER_HOLDS: "公开的信息已经失效",
    Ground.REMOVED_EARLY: "已经提前移出名单",
    Ground.RAN_OUT: "期限届满",
}
BY_FILE = frozenset({Ground.REMOVED_EARLY, Ground.RAN_OUT})  # these follow from the case, nobody picks them
CHOSEN = {one: words for one, words in GROUNDS.items() if one not in BY_FILE}


@keeps(DUTIES)
def same_hand(writers: Collection[tuple[str, str]], *, ref: str, name: str) -> bool:
    """Whether somebody wrote in what they are to release: by account, or by name, for a person with two accounts does not
    look twice. A namesake lets somebody else release.
    """
    return any(ref == one or folded(name) == folded(written) for one, written in writers)


@keeps(TAKING_BACK)
def reason_fault(reason: str) -> str:
    """What is wrong with a public reason; empty when it says something."""
    return "" if len(reason.strip()) >= LEAST_REASON else "撤下、更正、恢复公开应当写明理由，理由会公开。"


def put_right(
    rows: Sequence[Row], worded: Collection[str], replacements: Iterable[tuple[str, str]]
) -> list[dict[str, Any]]:
    """The rows with words put right in columns of plain words. Raises Refused for words that are not there, or that stand only
    where something is computed from them: those change with a new edition.
    """
    found = [{"code": row["code"], "cells": dict(row["cells"])} for row in rows]
    for old, new in replacements:
        places = [(row, name) for row in found for name, text in row["cells"].items() if old and old in text]
        if not places:
            raise Refused(
                f"公开的文本里没有“{old}”。", TAKING_BACK, field="old", remedy="请从公开的页面中复制，一字不差。"
            )
        touched = [(row, name) for row, name in places if name in worded]
        if not touched:
            raise Refused(
                "依据、幅度、选项等栏目不能在公开文本里更正。", TAKING_BACK, field="old",
                remedy="请起草新版，审定后公开；原来的一版可以撤回。",
            )  # fmt: skip
        for row, name in touched:
            row["cells"][name] = row["cells"][name].replace(old, new)
    return found
