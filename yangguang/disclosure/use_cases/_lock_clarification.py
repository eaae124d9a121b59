"""Lock a clarification that waits for the agency head, with its publication and its approval form."""

from __future__ import annotations

from yangguang.base import approvals
from yangguang.base.models import Approval
from yangguang.directory.api import Account
from yangguang.disclosure.clarified import PURPOSE
from yangguang.disclosure.models import Clarification, ClarificationStatus
from yangguang.disclosure.policy import may_withhold
from yangguang.disclosure.rules.clarifying import CLARIFYING, SIGNERS
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.kernel.refusal import Refused


def lock_clarification(clarification_id: int, actor: Account) -> tuple[Clarification, Approval]:
    """Raises Refused for anybody but the head of the body, and once it was decided."""
    row = Clarification.objects.select_related("drafted_by").get(pk=clarification_id)
    publication = lock_publication(row.publication_id)
    row.refresh_from_db(fields=["status"])
    row.publication = publication
    if not may_withhold(actor, publication):
        raise Refused(SIGNERS, CLARIFYING, remedy="请由本机关负责人办理。")
    approval = approvals.latest(row.subject, PURPOSE)
    if row.status != ClarificationStatus.WAITING or approval is None:
        raise Refused("这份澄清公告没有在等候批准。", CLARIFYING, remedy="请刷新页面查看现在的状态。")
    return row, approval
