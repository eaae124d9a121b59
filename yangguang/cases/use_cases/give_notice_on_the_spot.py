"""Tell the party on the spot what is proposed, on which facts and law, and that it may state and defend (S02)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from yangguang.cases.events.summary import NoticeGivenOnTheSpot
from yangguang.cases.kinds.penalty.documents.prior_notice import penalty_words
from yangguang.cases.models import Case, PriorNotice
from yangguang.cases.rules.decision_content import fine_fault
from yangguang.cases.use_cases._on_the_spot import locked_scene, stepped, told, within_the_law
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import evidence_of

CLAUSE = "APL-2021:44"
RIGHTS = ("陈述", "申辩")


@transaction.atomic
def give_notice_on_the_spot(
    *, case_id: int, proposal: Mapping[str, Any], actor: Account, at: Moment, seen_version: int | None = None
) -> PriorNotice:
    """By word of mouth, kept here and printed with what the party answers. `proposal`: penalties, fine_fen, basis,
    reasons, workers (how many the fine is counted by).
    """
    case, _ = locked_scene(case_id, seen_version=seen_version)
    party = case.parties.get()
    if (workers := proposal.get("workers")) is not None:
        case.circumstances = {**case.circumstances, "workers": int(workers)}
    content = _content(case, proposal)
    if fault := fine_fault(content["penalties"], content["fine_fen"]):
        raise Refused(fault, CLAUSE, field="fine", remedy="请核对处罚种类和金额。")
    within_the_law(case, content, at)
    taken = stepped(case, "give_notice_on_the_spot", actor=actor, at=at, notice=content)
    notice = PriorNotice.objects.create(
        case=case, party=party, content=content, fine_fen=content["fine_fen"], issued_on=at.day, served_on=at.day,
    )  # fmt: skip
    event = NoticeGivenOnTheSpot(penalty_words(content), content["fine_fen"])
    told(taken, event, actor=actor, at=at)
    return notice


def facts_of(case: Case) -> list[dict[str, Any]]:
    """What was seen, with the records and pictures that show it."""
    shown = list(evidence_of(case.public_id).filter(excluded_on=None))
    return [
        {"text": case.facts, "evidence": "、".join(one.name for one in shown), "refs": [one.public_id for one in shown]}
    ]


def _content(case: Case, proposal: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "facts": facts_of(case), "reasons": str(proposal.get("reasons") or "").strip(),
        "basis": list(proposal.get("basis") or ()), "penalties": list(proposal.get("penalties") or ()),
        "fine_fen": int(proposal.get("fine_fen") or 0), "confiscated_fen": 0, "rights": list(RIGHTS), "discretion": {},
    }  # fmt: skip
