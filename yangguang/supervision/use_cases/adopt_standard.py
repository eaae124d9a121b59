"""The head puts an edition of a sheet in force; the one before it is superseded from that day."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.directory.api import Account, Body, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.supervision.events import StandardAdopted
from yangguang.supervision.models import EvaluationStandard, StandardState
from yangguang.supervision.policy import NOT_HEAD, decides
from yangguang.supervision.rules.flow import YEARLY
from yangguang.supervision.use_cases.draft_standard import PURPOSE


@transaction.atomic
def adopt_standard(*, standard: EvaluationStandard, opinion: str, actor: Account, at: Moment) -> EvaluationStandard:
    """In force from today. Raises Refused for anybody but the head, and for what does not wait or was altered."""
    Body.objects.select_for_update(no_key=True).get(pk=standard.body_id)
    waiting = EvaluationStandard.objects.select_for_update(of=("self",)).select_related("body").get(pk=standard.pk)
    if not decides(actor, waiting.body_id):
        raise Refused(NOT_HEAD, YEARLY, remedy="请由机关负责人审定。")
    approval = approvals.latest(waiting.subject, PURPOSE)
    if waiting.state != StandardState.SUBMITTED or approval is None:
        raise Refused("这一版评查标准没有在等候审定。", YEARLY, remedy="审定的是已经提交、还没有退回的一版。")
    if not approvals.digest_of(waiting.content) == waiting.digest == approval.proposal.get("digest"):
        raise Refused("评查标准与提交时不一致，不能审定。", YEARLY, remedy="请退回后重新提交。")
    approvals.sign(approval=approval, role=Role.AGENCY_HEAD, opinion=opinion, actor=actor, at=at)

    earlier = EvaluationStandard.objects.filter(body=waiting.body, kind=waiting.kind, state=StandardState.IN_FORCE)
    earlier.update(state=StandardState.SUPERSEDED, until=at.day)
    waiting.state, waiting.in_force = StandardState.IN_FORCE, at.day
    waiting.save(update_fields=["state", "in_force"])
    event = StandardAdopted(str(waiting), waiting.digest, at.day)
    ledger.record(event, subject=waiting.subject, actor=actor, at=at)
    return waiting
