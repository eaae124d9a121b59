"""Record that evidence may be supplemented while a decision is contested (ARL-2023:46.1, AJL-2017:35)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.cases.events.contesting import EvidenceLeaveRecorded
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Remedy
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSES = ("ARL-2023:46.1", "AJL-2017:35")


@transaction.atomic
def record_evidence_leave(
    *, case_id: int, remedy_ref: str, paper: str, leave_on: date, actor: Account, at: Moment,
    seen_version: int | None = None,
) -> Remedy:  # fmt: skip
    """`paper` is the agreement of the reconsideration body or the leave of the court; without one there is no leave."""
    case = lock_case(case_id, seen_version=seen_version)
    remedy = case.remedies.select_for_update().filter(public_id=remedy_ref, outcome="").first()
    if remedy is None:
        raise Refused("请选择还没有结果的复议或者诉讼。", CLAUSES, field="remedy_ref")
    named = worded(paper, label="准许补充证据的文书", field="paper", most=200)
    if not remedy.received_on <= leave_on <= at.day:
        raise Refused(
            "准许的日期应当在复议、诉讼开始以后，不晚于登记。", CLAUSES, field="leave_on", remedy="请核对日期。"
        )
    taken = take(Taking(main_flow(case), case, "record_evidence_leave", actor, at))
    remedy.leave_paper, remedy.leave_on = named, leave_on
    remedy.save(update_fields=["leave_paper", "leave_on"])
    announce(taken, EvidenceLeaveRecorded(remedy.public_id, named, leave_on), actor=actor, at=at)
    return remedy
