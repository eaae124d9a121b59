"""What the head's signature on an inspection form brings about: the form goes into the file."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.models import Approval
from yangguang.cases.events.inspecting import InspectionApproved
from yangguang.cases.inspection_approvals import AFTERWARDS
from yangguang.cases.kinds.penalty.documents import inspection_approval
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import make_document


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
    event = InspectionApproved(told["place"], approval.purpose == AFTERWARDS)
    announce(taken, event, actor=actor, at=at)
    return case
