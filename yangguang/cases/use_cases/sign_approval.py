"""Sign an approval form of a case or return it: agreeing at the last place carries out what was asked."""

from __future__ import annotations

from yangguang.base import approvals, ledger
from yangguang.base.events import Subject
from yangguang.base.models import Approval
from yangguang.base.on_time import on_time
from yangguang.cases.events.deciding import ApprovalSigned
from yangguang.cases.models import Case
from yangguang.cases.withdrawn import must_stay_in
from yangguang.directory.api import Account, Body, Role, asks_code, reauthenticate
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

DECISIONS = frozenset({"decide", "decide_disposition", "approve_criminal_transfer"})
NO_REASON = {"approve_criminal_transfer": ("不批准移送应当记录理由。", "TCR-2020:5.2#refuse")}


@asks_code
def sign_approval(
    *, approval: Approval, agrees: bool, opinion: str, actor: Account, at: Moment, code: str = ""
) -> Approval:
    """Write the opinion at the waiting place; where it decides, with a fresh code. Raises Refused for anyone else."""
    on_time(at)
    waiting = approvals.next_step(approval)
    if waiting is None:
        raise Refused("这份审批已经办结。", remedy="请刷新页面查看结果。")
    if not may_sign(actor, approval, waiting.role):
        raise Refused(f"现在等候“{waiting.label}”签署，您不能签署。", "APL-2021:57.1")
    for case in Case.objects.filter(public_id=approval.file_ref):
        must_stay_in(actor, case)
    if not agrees and not opinion.strip() and approval.purpose in NO_REASON:
        raise Refused(*NO_REASON[approval.purpose], field="opinion", remedy="请写明理由。")
    proved = {"proof": reauthenticate(actor, code, purpose="decide")} if decides(approval, waiting.role) else {}
    subject = Subject(approval.subject_kind, approval.subject_ref, approval.chain, file=approval.file_ref)
    event = ApprovalSigned(approval.title, waiting.label, agrees, opinion.strip())
    ledger.record(event, subject=subject, actor=actor, at=at)
    if not agrees:
        return approvals.send_back(approval=approval, role=waiting.role, reason=opinion, actor=actor, at=at)
    return approvals.sign(approval=approval, role=waiting.role, opinion=opinion, actor=actor, at=at, **proved)


def decides(approval: Approval, role: str) -> bool:
    """Whether signing at this place makes a decision, and so asks for a fresh code."""
    return approval.purpose in DECISIONS and role == Role.AGENCY_HEAD


def may_sign(account: Account, approval: Approval, role: str) -> bool:
    """The account holds the role in the body of the case; below the agency head, also in the organisation that acts."""
    if not account.holds(role):
        return False
    if account.body.public_id == approval.chain:
        return True
    if role == Role.AGENCY_HEAD:
        return False
    acting = approval.proposal.get("acting_body_ref")
    return bool(acting) and Body.objects.filter(public_id=acting, pk=account.body_id).exists()
