"""A decision that fell is made anew: from the step found wrong on, and not the same on the same facts and reasons."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from yangguang.cases.rules.severity import Proposed, heavier
from yangguang.statutes import keeps

Content = Mapping[str, Any]


class RemakeGround(StrEnum):
    """For which fault the decision fell."""

    FACTS = "facts"
    LAW = "law"
    POWER = "power"
    UNFIT = "unfit"
    PROCEDURE = "procedure"


GROUNDS = {
    RemakeGround.FACTS: "主要事实不清、证据不足",
    RemakeGround.LAW: "适用依据错误",
    RemakeGround.POWER: "超越职权、滥用职权",
    RemakeGround.UNFIT: "明显不当",
    RemakeGround.PROCEDURE: "违反法定程序",
}


class RestartsAt(StrEnum):
    """Where the procedure begins again."""

    INVESTIGATION = "investigation"
    NOTICE = "notice"
    REVIEW = "review"


STARTS = {
    RestartsAt.INVESTIGATION: "调查取证",
    RestartsAt.NOTICE: "告知、陈述申辩、听证",
    RestartsAt.REVIEW: "法制审核、决定",
}
# Other facts have to be investigated, another basis or another measure has to be told; only a fault of procedure is put
# right where it was made.
LATEST = {
    RemakeGround.FACTS: RestartsAt.INVESTIGATION,
    RemakeGround.LAW: RestartsAt.NOTICE,
    RemakeGround.POWER: RestartsAt.NOTICE,
    RemakeGround.UNFIT: RestartsAt.NOTICE,
    RemakeGround.PROCEDURE: RestartsAt.REVIEW,
}
ORDER = tuple(RestartsAt)


def skips_the_fault(ground: str, restarts_at: str) -> bool:
    """Whether the procedure would begin again only after the step at fault."""
    return ORDER.index(RestartsAt(restarts_at)) > ORDER.index(LATEST[RemakeGround(ground)])


@keeps("ARL-2023:64.2", "AJL-2017:71", "AJI-2018:90")
def is_same_again(fallen: Content, remade: Content, *, ground: str) -> bool:
    """The same measure on the same main facts and for the same reasons; allowed only where the procedure was at fault."""
    if ground == RemakeGround.PROCEDURE:
        return False
    before, now = Proposed.of(fallen), Proposed.of(remade)
    facts_or_reasons_changed = before.facts != now.facts or _plain(fallen) != _plain(remade)
    measure = (before.kinds, before.fine_fen, before.confiscated_fen)
    return not facts_or_reasons_changed and measure == (now.kinds, now.fine_fen, now.confiscated_fen)


def heavier_without_new_facts(fallen: Content, remade: Content) -> str:
    """In which way it is heavier though no fact is new, in words; empty when it is not (PF-14)."""
    before, now = Proposed.of(fallen), Proposed.of(remade)
    return "" if now.facts - before.facts else heavier(before, now)


def _plain(content: Content) -> str:
    return "".join(str(content.get("reasons") or "").split())
