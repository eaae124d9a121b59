"""Let an investigation stand still under a rule of the province, as the head has approved (P12)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.models import Approval
from yangguang.cases.events.inquiry import InvestigationSuspended
from yangguang.cases.kinds.labour.suspension import basis_of, tell_complainants
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, Clock
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import make_document

TITLE = "中止调查审批表"


@transaction.atomic
def suspend_investigation(
    *, case_id: int, reason: str, actor: Account, at: Moment, approval: Approval | None = None
) -> Case:
    """Only the term of the investigation stands still; the ninety days of a penalty run on (APL-2021:60 knows no pause)."""
    case = lock_case(case_id)
    taken = take(Taking(FLOWS["penalty"], case, "suspend_investigation", actor, at))
    basis, known = basis_of(case, at.day)
    for clock in Clock.objects.filter(case=case, kind="investigate_by", stopped_on=None).order_by("pk"):
        run_clocks.suspend(clock, on=at.day, why=reason if known else f"{reason}（{basis}）", clause=known)
    rows = [("中止的理由", reason), ("法规依据", basis), ("自何日起中止", f"{at.day:%Y年%-m月%-d日}")]
    make_document(
        kind="suspension_approval", title=TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor,
        sheet=short_form.sheet(case, title=TITLE, rows=rows, dated_on=at.day, approval=approval), at=at, volume="side",
    )  # fmt: skip
    told = f"因不能继续调查，依据{basis}，自{at.day:%Y年%-m月%-d日}起中止调查；事由消除后恢复调查。"
    tell_complainants(case, title="中止调查告知书", told=told, actor=actor, at=at)
    announce(taken, InvestigationSuspended(basis, reason), actor=actor, at=at)
    return case
