"""Take in an application for reconsideration handed in at the body that decided; five working days run (ARL-2023:32.2)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.cases.events.contesting import ApplicationReceived
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import DecisionStatus, HandedInApplication
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "ARL-2023:32.2"
TERM = "forward_application_by"
IN_FORCE = (DecisionStatus.DECIDED, DecisionStatus.SERVED)


@transaction.atomic
def receive_application(
    *, case_id: int, decision_ref: str, applicant: str, authority: str, received_on: date, actor: Account, at: Moment,
    seen_version: int | None = None,
) -> HandedInApplication:  # fmt: skip
    """`authority` is the reconsideration body it is meant for; `received_on` starts the term to pass it on."""
    case = lock_case(case_id, seen_version=seen_version)
    decision = case.decisions.filter(public_id=decision_ref, status__in=IN_FORCE).first()
    if decision is None:
        raise Refused("请选择本案中有效的决定。", CLAUSE, field="decision_ref")
    if not decision.decided_on <= received_on <= at.day:
        raise Refused(
            "收到申请的日期应当在作出决定以后，不晚于登记。", CLAUSE, field="received_on", remedy="请核对日期。"
        )
    told = {
        "applicant": worded(applicant, label="申请人", field="applicant", most=120),
        "authority": worded(authority, label="复议机关", field="authority", most=120),
    }
    keep_secret(case, {"applicant": told["applicant"]})
    if decision.handed_in.filter(outcome="", applicant=told["applicant"]).exists():
        raise Refused("这份申请已经登记，还没有转送。", CLAUSE, field="applicant", remedy="请在原登记上办理转送。")
    taken = take(Taking(main_flow(case), case, "receive_application", actor, at))
    row = HandedInApplication.objects.create(case=case, decision=decision, received_on=received_on, **told)
    term = run_clocks.start(case, TERM, on=received_on, event="收到复议申请", about_ref=row.public_id)
    event = ApplicationReceived(row.public_id, decision.public_id, decision.number, received_on, term.due_on)
    announce(taken, event, actor=actor, at=at)
    return row
