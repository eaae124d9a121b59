"""Grant that a fine be paid later or in parts, on the party's request (P44)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.cases.kinds.execution.documents import fulfilment_papers
from yangguang.cases.models import Decision, Deferral
from yangguang.cases.owing import fine_now, owing_of, parts_of
from yangguang.cases.rules.instalments import Instalment, plan_fault
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._execution import (
    keep_court_window,
    locked_execution,
    move_case,
    others_unpaid,
    step_taken,
    told,
)
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "APL-2021:66.2"


@transaction.atomic
def grant_deferred_payment(
    *, decision: Decision, plan: Sequence[Instalment], reason: str, actor: Account, at: Moment
) -> Deferral:
    """A deferral is a plan of one part. The term of payment moves, and with it the three months for the court."""
    row = locked_execution(decision)
    case = row.case
    asked = row.decision.deferrals.select_for_update(of=("self",)).filter(granted=None).order_by("-pk").first()
    words = worded(reason, label="批准理由", field="reason", most=1000)
    taken = step_taken(row, "grant_deferred_payment", actor=actor, at=at, given={"deferral": asked})
    unpaid = owing_of(row.decision, on=at.day).unpaid_fen
    if fault := plan_fault(plan, unpaid_fen=unpaid, granted_on=at.day):
        raise Refused(fault, CLAUSE, field="plan", remedy="请核对各期的日期和金额。")
    assert asked is not None  # the gate asked for it
    asked.granted, asked.decided_on, asked.decided_by_name, asked.reason = True, at.day, actor.name, words
    asked.instalments = [{"due_on": one.due_on.isoformat(), "fen": one.fen} for one in plan]
    asked.fine_fen = fine_now(row.decision)
    asked.save()
    _move_term(row.decision, asked, at)
    keep_court_window(row, on=at.day)
    make_document(
        kind="deferral_notice", title="准予延期（分期）缴纳罚款通知书", number_kind="监缓", body=case.body,
        file_ref=case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=fulfilment_papers.deferral_notice(
            case, number=row.decision.number, to=fulfilment_papers.whom_of(row.decision), plan=plan, reason=words, on=at.day
        ),
    )  # fmt: skip
    if not others_unpaid(row):
        move_case(case, "defer_case", actor=actor, at=at)
    told(taken, row, f"{len(plan)}期，至{plan[-1].due_on:%Y-%m-%d}", actor=actor, at=at)
    return asked


def _move_term(decision: Decision, deferral: Deferral, at: Moment) -> None:
    """The running term of payment gives way to the first part of the plan."""
    ref, event = decision.public_id, "批准延期分期"
    run_clocks.stop(decision.case, "pay_by", on=at.day, event=event, about_ref=ref)
    first = parts_of(deferral)[0].due_on
    run_clocks.start(decision.case, "pay_by", on=at.day, event=event, about_ref=ref, fixed_due_on=first)
