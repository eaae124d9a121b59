"""Go on with an investigation that stood still; its term runs on from where it stood (P13)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.models import Approval
from yangguang.cases.events.inquiry import InvestigationResumed
from yangguang.cases.kinds.labour.suspension import tell_complainants
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, Clock
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import make_document

TITLE = "恢复调查审批表"


@transaction.atomic
def resume_investigation(
    *, case_id: int, reason: str, actor: Account, at: Moment, approval: Approval | None = None
) -> Case:
    """The days before the suspension count; the days of the suspension do not."""
    case = lock_case(case_id)
    taken = take(Taking(FLOWS["penalty"], case, "resume_investigation", actor, at))
    due_on = at.day
    for clock in Clock.objects.filter(case=case, kind="investigate_by", still=True).order_by("pk"):
        due_on = run_clocks.end_suspension(clock, on=at.day).due_on
    rows = [
        ("恢复的理由", reason),
        ("自何日起恢复", f"{at.day:%Y年%-m月%-d日}"),
        ("调查期限届满", f"{due_on:%Y年%-m月%-d日}"),
    ]
    make_document(
        kind="resumption_approval", title=TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor,
        sheet=short_form.sheet(case, title=TITLE, rows=rows, dated_on=at.day, approval=approval), at=at, volume="side",
    )  # fmt: skip
    told = f"中止调查的事由已经消除，自{at.day:%Y年%-m月%-d日}起恢复调查，期限继续计算，至{due_on:%Y年%-m月%-d日}。"
    tell_complainants(case, title="恢复调查告知书", told=told, actor=actor, at=at)
    announce(taken, InvestigationResumed(due_on, reason), actor=actor, at=at)
    return case
