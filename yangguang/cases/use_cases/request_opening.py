"""Put a case opening before the head of the handling unit (立案审批表)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.base.events import Subject
from yangguang.base.models import Approval
from yangguang.cases.events.deciding import ApprovalAsked
from yangguang.cases.models import Lead
from yangguang.cases.rules.opening import Opening
from yangguang.cases.use_cases.open_case import CLAUSE, check_opening
from yangguang.directory.api import Account, Role
from yangguang.kernel import chance
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

PURPOSE = "open_case"


@transaction.atomic
def request_opening(*, opening: Opening, opinion: str, actor: Account, at: Moment) -> Approval:
    """Ask for approval. Whoever asks is one of the officers; every gate of the opening is asked here already."""
    if opening.lead_ref:
        _lead_waits(opening)
    case, officers = check_opening(opening, actor=actor, at=at, asking=True)
    if not actor.holds(Role.CASE_HANDLER) or actor.pk not in {o.account_id for o in officers}:
        raise Refused("立案由承办人提出。", CLAUSE, remedy="请由指定的承办人之一提请。")
    ref = opening.lead_ref or chance.public_id()
    subject = Subject("lead", ref, case.body.public_id, file=opening.lead_ref)
    approval = approvals.request(
        subject=subject, purpose=PURPOSE, title=f"立案审批：{case.title}", proposal=opening.as_proposal(),
        signers=(
            approvals.Signer(Role.CASE_HANDLER, "承办人意见"), approvals.Signer(Role.UNIT_HEAD, "承办机构负责人意见"),
        ),
        opinion=opinion, actor=actor, at=at,
    )  # fmt: skip
    ledger.record(ApprovalAsked(approval.title, approval.proposal_digest), subject=subject, actor=actor, at=at)
    return approval


def _lead_waits(opening: Opening) -> None:
    """Lock the lead, so that of two who ask at once the second sees the form of the first."""
    lead = Lead.objects.select_for_update().filter(public_id=opening.lead_ref).first()
    if lead is None or lead.case_id is not None:
        raise Refused("这条线索不能再提请立案。", CLAUSE, remedy="请核对线索；已经立案的，在原案件中办理。")
