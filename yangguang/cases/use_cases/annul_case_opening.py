"""Annul the opening of a case that should not go on (LSR-2004:18.1)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.models import Approval
from yangguang.cases import standing
from yangguang.cases.events.deciding import CaseOpeningAnnulled
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, Outcome
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "LSR-2004:18.1"
TITLE = "撤销立案审批表"


@transaction.atomic
def annul_case_opening(
    *, case_id: int, reason: str, actor: Account, at: Moment, overdue_reason: str = "",
    approval: Approval | None = None, seen_version: int | None = None,
) -> Case:  # fmt: skip
    """Raises Refused once a party was told of a proposed penalty: then only a decision or a transfer ends the case."""
    case = lock_case(case_id, seen_version=seen_version)
    if any(notice.served_on for notice in standing.current_notices(case)):
        raise Refused("已告知拟处罚的案件应当作出处罚、不予处罚或者移送决定，不得撤销立案。", CLAUSE)
    if standing.has_decision(case):
        raise Refused("已作出决定的案件不得撤销立案。", CLAUSE, remedy="请办理结案；决定有误的，先依法撤销。")
    if not reason.strip():
        raise Refused("撤销立案应当写明理由。", CLAUSE, field="reason")
    given = {"overdue_reason": overdue_reason}
    taken = take(Taking(FLOWS["penalty"], case, "annul_case_opening", actor, at, given))
    case.outcome, case.closed_on = Outcome.RECTIFIED, at.day
    case.save(update_fields=["outcome", "closed_on"])
    rows = [("撤销立案的理由", reason.strip())]
    make_document(
        kind="opening_annulment", title=TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor,
        sheet=short_form.sheet(case, title=TITLE, rows=rows, dated_on=at.day, approval=approval), at=at,
        volume="side",
    )  # fmt: skip
    announce(taken, CaseOpeningAnnulled(reason.strip()), actor=actor, at=at)
    return case
