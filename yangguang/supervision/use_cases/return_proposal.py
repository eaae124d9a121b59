"""The head sends back what waits for a signature: a sheet, a plan, or the result of a round."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.supervision.events import ProposalReturned
from yangguang.supervision.models import CaseFileEvaluation, EvaluationStandard, RoundState, StandardState
from yangguang.supervision.policy import NOT_HEAD, decides
from yangguang.supervision.rules.flow import HOUSE
from yangguang.supervision.use_cases import draft_standard, plan_round, propose_result


@transaction.atomic
def return_proposal(
    *, about: EvaluationStandard | CaseFileEvaluation, reason: str, actor: Account, at: Moment
) -> EvaluationStandard | CaseFileEvaluation:
    """Back, with a reason. A plan that is sent back is over; another one is drawn up. Raises Refused when nothing waits."""
    held = type(about).objects.select_for_update(of=("self",)).select_related("body").get(pk=about.pk)
    if not decides(actor, held.body_id):
        raise Refused(NOT_HEAD, HOUSE, remedy="请由机关负责人办理。")
    approval = approvals.latest(held.subject, _purpose(held))
    if approval is None or approvals.next_step(approval) is None:
        raise Refused("没有等候您签署的事项。", HOUSE, remedy="请刷新页面查看进度。")
    words = clean(reason, label="退回理由", most=400, least=1, lines=True, field="reason")
    approvals.send_back(approval=approval, role=Role.AGENCY_HEAD, reason=words, actor=actor, at=at)
    if isinstance(held, EvaluationStandard):
        held.state = StandardState.RETURNED
        held.save(update_fields=["state"])
    elif held.state == RoundState.PROPOSED:
        held.state, held.cancel_reason = RoundState.CANCELLED, f"方案退回：{words}"[:400]
        held.save(update_fields=["state", "cancel_reason"])
    ledger.record(ProposalReturned(str(held), words), subject=held.subject, actor=actor, at=at)
    return held


def _purpose(held: EvaluationStandard | CaseFileEvaluation) -> str:
    if isinstance(held, EvaluationStandard):
        return draft_standard.PURPOSE
    return plan_round.PURPOSE if held.state == RoundState.PROPOSED else propose_result.PURPOSE
