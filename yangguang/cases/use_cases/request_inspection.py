"""Ask the head of the body to agree to a visit to an enterprise before it takes place (INS-2024:approve)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import approvals
from yangguang.base.models import Approval
from yangguang.cases.events.inspecting import InspectionAsked
from yangguang.cases.informants import keep_secret
from yangguang.cases.inspection_approvals import BEFORE
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "INS-2024:approve"
SIGNERS = (approvals.Signer(Role.CASE_HANDLER, "承办人意见"), approvals.Signer(Role.AGENCY_HEAD, "机关负责人意见"))


@transaction.atomic
def request_inspection(
    *, case_id: int, place: str, purpose: str, from_day: date, until_day: date, opinion: str, actor: Account, at: Moment,
    seen_version: int | None = None,
) -> Approval:  # fmt: skip
    """`purpose`: what is to be inspected and why it needs a visit. Visits on the days named may follow the signature."""
    case = lock_case(case_id, seen_version=seen_version)
    for field, words, label in (("place", place, "检查地点"), ("purpose", purpose, "检查内容和理由")):
        if not words.strip():
            raise Refused(f"请写明{label}。", CLAUSE, field=field)
    if not at.day <= from_day <= until_day:
        raise Refused(
            "检查日期应当在提请以后，开始日期不晚于结束日期。", CLAUSE, field="until_day", remedy="请核对日期。"
        )
    keep_secret(case, {"purpose": purpose, "opinion": opinion})
    taken = take(Taking(FLOWS["penalty"], case, "request_inspection", actor, at))
    approval = approvals.request(
        subject=case.subject, purpose=BEFORE, title=f"现场检查审批：{case.title}",
        proposal={
            "case_ref": case.public_id, "place": place.strip(), "purpose": purpose.strip(),
            "from_day": from_day.isoformat(), "until_day": until_day.isoformat(),
        },
        signers=SIGNERS, opinion=opinion, actor=actor, at=at,
    )  # fmt: skip
    announce(taken, InspectionAsked(approval.title, approval.proposal_digest), actor=actor, at=at)
    return approval
