"""Make the term of an investigation longer, once, as the head has approved (L14, LSR-2004:17)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.models import Approval
from yangguang.cases.events.inquiry import InvestigationExtended
from yangguang.cases.kinds.labour.investigation_gates import EXTENSION, investigation_clock
from yangguang.cases.kinds.labour.suspension import tell_complainants
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Clock
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.workdays import Unit
from yangguang.records.api import make_document
from yangguang.statutes import clause

TITLE = "延长调查审批表"


@transaction.atomic
def extend_investigation(
    *, case_id: int, reason: str, actor: Account, at: Moment, approval: Approval | None = None
) -> Clock:
    """The thirty days follow upon the sixty. Refused a second time, after the sixty, and without the head's signature."""
    case = lock_case(case_id)
    taken = take(Taking(FLOWS["penalty"], case, "extend_investigation", actor, at))
    running, days = investigation_clock(case), clause(EXTENSION).amount(unit="workday")
    if running is None:
        raise Refused("没有在走的调查期限。", EXTENSION)
    before = run_clocks.due_of(running).day
    run_clocks.extend(running, amount=days, unit=Unit.WORKDAY, reason=f"{reason}（经机关负责人批准）", clause=EXTENSION)
    rows = [
        ("延长的理由", reason), ("原期限届满", f"{before:%Y年%-m月%-d日}"), ("延长", f"{days}个工作日"),
        ("延长后届满", f"{running.due_on:%Y年%-m月%-d日}"),
    ]  # fmt: skip
    make_document(
        kind="extension_approval", title=TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor,
        sheet=short_form.sheet(case, title=TITLE, rows=rows, dated_on=at.day, approval=approval), at=at, volume="side",
    )  # fmt: skip
    told = f"因情况复杂，经批准，调查期限延长{days}个工作日，至{running.due_on:%Y年%-m月%-d日}。"
    tell_complainants(case, title="延长调查告知书", told=told, actor=actor, at=at)
    announce(taken, InvestigationExtended(days, running.due_on, reason), actor=actor, at=at)
    return running
