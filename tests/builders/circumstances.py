"""Circumstances found in a case, each resting on the evidence the file has."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tests.builders import cases as build
from yangguang.cases.models import Case
from yangguang.cases.rules.exemptions import GROUNDS
from yangguang.cases.use_cases.find_circumstances import Circumstance, find_circumstances
from yangguang.records.api import evidence_of

TEXTS = {
    "harm_reduced": "9月5日向20名劳动者补发加班工资3.2万元。",
    "other_milder": "《山东省某条例》第九条规定应当减轻。",
}


def a_circumstance(case: Case, kind: str, **changes: Any) -> Circumstance:
    """One that everything in the file shows."""
    refs = tuple(one.public_id for one in evidence_of(case.public_id).filter(excluded_on=None).order_by("pk"))
    return Circumstance(**{"kind": kind, "text": TEXTS.get(kind, "已经查明。"), "evidence_refs": refs} | changes)


ELEMENTS = {ground.outcome: ground.elements for ground in reversed(GROUNDS)}


def excused(case: Case, outcome: str = "first_violation_exemption", *, day: date = build.CONCLUDED) -> Case:
    """Every element of the ground of an exemption is found."""
    return found(case, *ELEMENTS[outcome], day=day)


def found(case: Case, *kinds: str, day: date = build.CONCLUDED, several: Sequence[Circumstance] = ()) -> Case:
    """What was found replaces what had been."""
    with build.on(day, 17) as at:
        rows = [*(a_circumstance(case, kind) for kind in kinds), *several]
        find_circumstances(case_id=case.pk, found=rows, actor=build.handler_of(case), at=at)
    case.refresh_from_db()
    return case


def an_exemption_to_decide(outcome: str = "minor_violation_exemption") -> Case:
    """Every element of a ground was found and the party was taught; the decision not to punish is drafted."""
    case = excused(build.a_concluded_case(), outcome)
    taught = {"on": "2026-10-26", "by": "陈立、周敏", "how": "当面教育，发放告知书。"}
    told = {"outcome": outcome, "penalties": [], "fine_fen": 0, "education": taught}
    build.drafted(case, kind="no_penalty", day=build.NOTIFIED, **told)
    case.refresh_from_db()
    return case
