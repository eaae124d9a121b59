"""Make the term of a penalty decision longer under a rule of the field, as the head has approved (P14, APL-2021:60)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.models import Approval
from yangguang.cases.decision_terms import CLAUSE, extendable
from yangguang.cases.events.deciding import DecisionTermExtended
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Clock
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import make_document

TITLE = "延长办案期限审批表"


@transaction.atomic
def extend_decision_term(
    *, case_id: int, days: int, reason: str, actor: Account, at: Moment, approval: Approval | None = None
) -> Clock:
    """The days follow upon the term as it stands. Refused without a rule, after the term, and beyond what the rule allows."""
    case = lock_case(case_id)
    taken = take(Taking(FLOWS["penalty"], case, "extend_decision_term", actor, at, {"days": days}))
    found = extendable(case, at.day)
    clock, unit = found.clock, found.rule.unit_label
    run_clocks.extend(
        clock, amount=days, unit=found.rule.unit, clause=CLAUSE, reason=f"{reason}（依据{found.basis}，经机关负责人批准）",
        approval_ref=approval.public_id if approval else "",
    )  # fmt: skip
    rows = [
        ("延长的理由", reason), ("延长的依据", found.basis), ("原期限届满", f"{found.due_on:%Y年%-m月%-d日}"),
        ("延长", f"{days}{unit}（第{found.taken + 1}次）"), ("延长后届满", f"{clock.due_on:%Y年%-m月%-d日}"),
    ]  # fmt: skip
    make_document(
        kind="decision_extension_approval", title=TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day,
        sheet=short_form.sheet(case, title=TITLE, rows=rows, dated_on=at.day, approval=approval), actor=actor, at=at,
        volume="side",
    )  # fmt: skip
    event = DecisionTermExtended(days, str(found.rule.unit), clock.due_on, reason, found.basis)
    announce(taken, event, actor=actor, at=at)
    return clock
