"""Annul a decision: the agency's own annulment, or what a court or a reconsideration body decided."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.cases.events.deciding import DecisionAnnulled
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Decision, DecisionStatus
from yangguang.cases.standing import others_in_force
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._execution import decision_fell
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "APL-2021:75.2"
TITLE = "撤销行政处罚决定书"


@transaction.atomic
def annul_decision(
    *, case_id: int, decision_ref: str, reason: str, received_on: date, actor: Account, at: Moment,
    seen_version: int | None = None,
) -> Decision:  # fmt: skip
    """`received_on` is the day the ground came in: terms of withdrawing a publication run from it. The case stands as it
    did while another of its decisions is in force."""
    case = lock_case(case_id, seen_version=seen_version)
    decision = case.decisions.select_for_update().filter(public_id=decision_ref).first()
    if decision is None or decision.status in {DecisionStatus.ANNULLED, DecisionStatus.VOIDED}:
        raise Refused("没有可以撤销的决定。", CLAUSE, field="decision_ref")
    if not reason.strip():
        raise Refused("撤销决定应当说明理由。", CLAUSE, field="reason")
    keep_secret(case, {"reason": reason})
    if received_on > at.day:
        raise Refused("收到文书的日期不能晚于撤销的日期。", CLAUSE, field="received_on", remedy="请核对日期。")
    act = "annul_one_of_several" if others_in_force(decision) else "annul_decision"
    taken = take(Taking(main_flow(case), case, act, actor, at))
    run_clocks.stop(case, "pay_by", on=at.day, event="决定被撤销", about_ref=decision.public_id)
    decision.status = DecisionStatus.ANNULLED
    decision.save(update_fields=["status"])
    decision_fell(decision, actor=actor, at=at)
    rows = [("撤销的决定", decision.number), ("理由", reason.strip())]
    make_document(
        kind="annulment", title=TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=short_form.sheet(case, title=TITLE, rows=rows, dated_on=at.day), number_kind="监撤",
    )  # fmt: skip
    event = DecisionAnnulled(decision.public_id, decision.number, reason.strip(), received_on)
    announce(taken, event, actor=actor, at=at)
    return decision
