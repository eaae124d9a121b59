"""Decide an administrative disposition: letter for letter what was reviewed (H04)."""

from __future__ import annotations

from yangguang.cases.events.wages import DispositionDecided
from yangguang.cases.kinds.labour.documents import disposition_decision
from yangguang.cases.models import Decision, DecisionKind, Disposition
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account, asks_code, reauthenticate
from yangguang.kernel.moment import Moment
from yangguang.records.api import make_document


@asks_code
def decide_disposition(
    *, disposition: Disposition, code: str, actor: Account, at: Moment, overdue_reason: str = ""
) -> Decision:
    """The agency head decides with a fresh code; the decision keeps the reviewed content, its annex and its paper."""
    row = locked_line(disposition)
    draft = row.draft
    taken = step_taken(
        row, "decide_disposition", actor=actor, at=at, given={"draft": draft, "overdue_reason": overdue_reason}
    )
    reauthenticate(actor, code, purpose="decide")
    step_taken(row.instruction, "dispose_instruction", actor=actor, at=at)
    content = draft.content
    document = make_document(
        kind="disposition_decision", title="劳动保障监察行政处理决定书", number_kind="监理", body=row.case.body,
        file_ref=row.case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=disposition_decision.sheet(row.case, party=row.party.name, content=content, on=at.day),
    )  # fmt: skip
    decision = Decision.objects.create(
        case=row.case, body=row.case.body, kind=DecisionKind.DISPOSITION, number=document.number, content=content,
        digest=draft.digest, document=document, decided_on=at.day, decided_by_ref=actor.actor_ref,
        decided_by_name=actor.actor_name,
    )  # fmt: skip
    row.decision = decision
    row.save()
    event = DispositionDecided(
        decision.number, decision.public_id, decision.digest, len(content["annex"]), content["wages_fen"],
        content["extra_fen"], at.day,
    )  # fmt: skip
    told(taken, row, event, actor=actor, at=at)
    return decision
