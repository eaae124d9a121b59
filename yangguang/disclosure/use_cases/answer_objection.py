"""Answer an objection: put right and told so, or not put right with reasons and remedies."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.disclosure.collecting import private_in
from yangguang.disclosure.events import ObjectionAnswered
from yangguang.disclosure.models import Objection, ObjectionOutcome, Publication, PublicationStatus
from yangguang.disclosure.policy import publisher_fault
from yangguang.disclosure.rules.checks import SECRECY
from yangguang.disclosure.rules.objections import CLAUSES, answer_fault
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def answer_objection(
    *, objection_id: int, outcome: str, reply: str, remedies: str = "", actor: Account, at: Moment
) -> Objection:
    """Keep the answer and let whoever asked read it. Raises Refused before what it says has been done."""
    objection = Objection.objects.select_for_update().get(pk=objection_id)
    publication = lock_publication(objection.publication_id)
    if fault := publisher_fault(actor, publication):
        raise Refused(fault, CLAUSES)
    if objection.outcome:
        raise Refused("这件异议已经答复。", CLAUSES, remedy="申请人有新的理由的，可以再次提出。")
    if outcome not in ObjectionOutcome.values:
        raise Refused("请选择办理结果。", CLAUSES, field="outcome")
    if fault := answer_fault(outcome=outcome, reply=reply, remedies=remedies):
        raise Refused(fault, CLAUSES, field="remedies" if reply.strip() else "reply", remedy="请补写后再答复。")
    if private := private_in(f"{reply}\n{remedies}", publication):
        raise Refused(f"答复会在公示网站显示，不能含有“{private}”。", SECRECY, field="reply", remedy="请删去后再答复。")
    _is_done(publication, objection, outcome)
    objection.outcome, objection.reply, objection.remedies = outcome, reply.strip(), remedies.strip()
    objection.answered_on, objection.answered_by_name = at.day, actor.actor_name
    objection.save()
    event = ObjectionAnswered(publication.number, objection.public_id, objection.get_outcome_display())
    ledger.record(event, subject=objection.subject, actor=actor, at=at)
    return objection


def _is_done(publication: Publication, objection: Objection, outcome: str) -> None:
    """Nobody is told that something was put right before it was."""
    since = objection.received_at.astimezone(clock.BEIJING).date()
    if outcome == ObjectionOutcome.CORRECTED:
        corrections = publication.versions.filter(number__gt=1, released_on__gte=since)
        if not publication.stands or not corrections.exists():
            raise Refused("还没有发布更正，不能答复已更正。", CLAUSES, field="outcome", remedy="请先更正公示信息。")
    if outcome == ObjectionOutcome.WITHDRAWN and publication.status != PublicationStatus.WITHDRAWN:
        raise Refused("还没有撤回公开，不能答复已撤回。", CLAUSES, field="outcome", remedy="请先撤回公开。")
