"""Decide an administrative disposition: letter for letter what was reviewed and signed for (H04)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals
from yangguang.base.models import Approval
from yangguang.cases.events.wages import DispositionDecided
from yangguang.cases.kinds.labour.documents import disposition_approval, disposition_decision
from yangguang.cases.models import Decision, DecisionKind, Disposition
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account, Proof, proven
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

PURPOSE = "decide_disposition"
CLAUSE = "LSP-2004:33"


@transaction.atomic
def decide_disposition(
    *, disposition: Disposition, proof: Proof | None, actor: Account, at: Moment, overdue_reason: str = ""
) -> Decision:
    """What the agency head's signature carries out: the form with all opinions goes into the file, and the decision keeps
    the reviewed content, its annex and its paper. Refused unless all signed the very draft, the last with a fresh code.
    """
    row = locked_line(disposition)
    draft, approval = row.draft, approvals.approved(row.subject, PURPOSE)
    taken = step_taken(
        row, "decide_disposition", actor=actor, at=at, given={"draft": draft, "overdue_reason": overdue_reason}
    )
    if approval is None or approval.proposal.get("digest") != draft.digest:
        raise Refused(
            "案件处理报批表没有经机关负责人签署，或者签署以后改动了代拟稿。", CLAUSE, remedy="请由承办人提请审批。"
        )  # fmt: skip
    proven(actor, proof, purpose="decide")
    step_taken(row.instruction, "dispose_instruction", actor=actor, at=at)
    _keep_approval(row, approval, actor, at)
    decision = _made(row, actor, at)
    row.decision = decision
    row.save()
    content = draft.content
    event = DispositionDecided(
        decision.number, decision.public_id, decision.digest, len(content["annex"]), content["wages_fen"],
        content["extra_fen"], at.day,
    )  # fmt: skip
    told(taken, row, event, actor=actor, at=at)
    return decision


def _keep_approval(row: Disposition, approval: Approval, actor: Account, at: Moment) -> None:
    make_document(
        kind="disposition_approval", title=disposition_approval.TITLE, body=row.case.body, file_ref=row.case.public_id,
        dated_on=at.day, actor=actor, at=at, volume="side",
        sheet=disposition_approval.sheet(
            row.case, party=row.party, content=row.draft.content, digest=row.draft.digest, approval=approval, on=at.day
        ),
    )  # fmt: skip


def _made(row: Disposition, actor: Account, at: Moment) -> Decision:
    document = make_document(
        kind="disposition_decision", title="劳动保障监察行政处理决定书", number_kind="监理", body=row.case.body,
        file_ref=row.case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=disposition_decision.sheet(row.case, party=row.party.name, content=row.draft.content, on=at.day),
    )  # fmt: skip
    return Decision.objects.create(
        case=row.case, body=row.case.body, kind=DecisionKind.DISPOSITION, number=document.number,
        content=row.draft.content, digest=row.draft.digest, document=document, decided_on=at.day,
        decided_by_ref=actor.actor_ref, decided_by_name=actor.actor_name,
    )  # fmt: skip
