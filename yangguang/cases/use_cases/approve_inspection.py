"""What the head's signature on an inspection form brings about: the form goes into the file, and the notice of the visit."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.models import Approval
from yangguang.cases.events.inspecting import InspectionApproved
from yangguang.cases.inspection_approvals import AFTERWARDS
from yangguang.cases.kinds.penalty.documents import inspection_approval, inspection_notice
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case
from yangguang.cases.standing import officers_on
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import make_document

NUMBER_KIND = "监检通"


@transaction.atomic
def approve_inspection(*, case_id: int, approval: Approval, actor: Account, at: Moment) -> Case:
    """Before a visit this is the leave for it; after an urgent one it closes the report."""
    case, told = lock_case(case_id), approval.proposal
    taken = take(Taking(FLOWS["penalty"], case, "approve_inspection", actor, at))
    title = inspection_approval.title(afterwards=approval.purpose == AFTERWARDS)
    make_document(
        kind="inspection_approval", title=title, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor,
        sheet=inspection_approval.sheet(case, title=title, approval=approval, dated_on=at.day), at=at, volume="side",
    )  # fmt: skip
    if approval.purpose != AFTERWARDS:
        _notice(case, approval, actor, at)
    event = InspectionApproved(told["place"], approval.purpose == AFTERWARDS)
    announce(taken, event, actor=actor, at=at)
    return case


def _notice(case: Case, approval: Approval, actor: Account, at: Moment) -> None:
    """To be served before the visit or shown as it begins."""
    officers = "、".join(officer.name for officer in officers_on(case, at.day))
    make_document(
        kind="inspection_notice", title=inspection_notice.TITLE, body=case.body, file_ref=case.public_id,
        sheet=inspection_notice.sheet(case, approval=approval, officers=officers, dated_on=at.day), dated_on=at.day,
        number_kind=NUMBER_KIND, actor=actor, at=at,
    )  # fmt: skip
