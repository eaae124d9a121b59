"""Void a form that was filled in wrongly and not handed over: its number stays voided, and another form is taken."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.deciding import DecisionVoided
from yangguang.cases.models import Decision, DecisionStatus, Outcome
from yangguang.cases.use_cases._on_the_spot import locked_scene, stepped, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import void_document

CLAUSE = "APL-2021:47"


@transaction.atomic
def void_on_the_spot_decision(
    *, case_id: int, reason: str, actor: Account, at: Moment, seen_version: int | None = None
) -> Decision:
    """The case stands again where the party had been told and heard."""
    case, _ = locked_scene(case_id, seen_version=seen_version)
    if not reason.strip():
        raise Refused("作废决定应当写明原因。", CLAUSE, field="reason")
    taken = stepped(case, "void_on_the_spot_decision", actor=actor, at=at)
    decision = case.decisions.select_for_update().get(status=DecisionStatus.DECIDED)
    decision.status = DecisionStatus.VOIDED
    decision.save(update_fields=["status"])
    if decision.document is not None:
        void_document(document_id=decision.document.pk, reason=reason, actor=actor, at=at)
    case.outcome, case.decided_on = Outcome.NONE, None
    case.save(update_fields=["outcome", "decided_on"])
    event = DecisionVoided(decision.public_id, decision.number, reason.strip(), at.day)
    told(taken, event, actor=actor, at=at)
    return decision
