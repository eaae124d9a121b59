"""Answer an objection: put right and told so, or not put right with reasons and remedies."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.disclosure.collecting import private_in
from yangguang.disclosure.events.objections import ObjectionAnswered
from yangguang.disclosure.models import Objection, ObjectionOutcome
from yangguang.disclosure.objected_to import is_corrected, is_withdrawn
from yangguang.disclosure.objection_terms import term_of
from yangguang.disclosure.policy import objection_fault
from yangguang.disclosure.rules.checks import SECRECY
from yangguang.disclosure.rules.objections import CLAUSES, answer_fault
from yangguang.disclosure.rules.redaction import Known, find
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean


@transaction.atomic
def answer_objection(
    *,
    objection_id: int,
    outcome: str,
    reply: str,
    remedies: str = "",
    late_reason: str = "",
    actor: Account,
    at: Moment,
) -> Objection:
    """Keep the answer and let whoever asked read it. Raises Refused before what it says has been done.

    An overdue answer needs a reason and is never refused for being late.
    """
    objection = _locked(objection_id)
    if fault := objection_fault(actor, objection):
        raise Refused(fault, CLAUSES)
    if objection.outcome:
        raise Refused("这件异议已经答复。", CLAUSES, remedy="申请人有新的理由的，可以再次提出。")
    if outcome not in ObjectionOutcome.values:
        raise Refused("请选择办理结果。", CLAUSES, field="outcome")
    if fault := answer_fault(outcome=outcome, reply=reply, remedies=remedies):
        raise Refused(fault, CLAUSES, field="remedies" if reply.strip() else "reply", remedy="请补写后再答复。")
    if private := _private(objection, f"{reply}\n{remedies}"):
        raise Refused(f"答复会在公示网站显示，不能含有“{private}”。", SECRECY, field="reply", remedy="请删去后再答复。")
    _is_done(objection, outcome)
    due_on = term_of(objection).due.day
    why = _why_late(objection, late_reason) if at.day > due_on else ""
    objection.outcome, objection.reply, objection.remedies = outcome, reply.strip(), remedies.strip()
    objection.due_on, objection.late_reason = due_on, why
    objection.answered_on, objection.answered_by_name = at.day, actor.actor_name
    objection.save()
    event = ObjectionAnswered(objection.about_number, objection.public_id, objection.get_outcome_display(), due_on, why)
    ledger.record(event, subject=objection.subject, actor=actor, at=at)
    return objection


def _locked(objection_id: int) -> Objection:
    objection = Objection.objects.select_for_update(of=("self",)).select_related("body").get(pk=objection_id)
    if objection.publication_id is not None:
        objection.publication = lock_publication(objection.publication_id)
    return objection


def _why_late(objection: Objection, late_reason: str) -> str:
    """Raises Refused without a reason, or for one that tells who asked."""
    why = clean(late_reason, label="逾期答复的原因", most=400, field="late_reason")
    if not why:
        raise Refused(
            "已经超过答复期限，请写明逾期答复的原因。", CLAUSES, field="late_reason", remedy="写明原因后仍可答复。"
        )
    if private := _private(objection, why):
        raise Refused(
            f"逾期原因记入账目，不能含有“{private}”。",
            CLAUSES,
            field="late_reason",
            remedy="请删去姓名和号码，只写原因。",
        )
    return why


def _private(objection: Objection, words: str) -> str:
    """The first private thing in words that others read: of a case whatever is hidden there, else numbers and who asked."""
    asked = next((span.original for span in find(words, [Known(objection.asked_by_name)])), "")
    return (private_in(words, objection.publication) if objection.publication is not None else "") or asked


def _is_done(objection: Objection, outcome: str) -> None:
    """Nobody is told that something was put right before it was."""
    if outcome == ObjectionOutcome.CORRECTED and not is_corrected(objection):
        raise Refused("还没有发布更正，不能答复已更正。", CLAUSES, field="outcome", remedy="请先更正公示信息。")
    if outcome == ObjectionOutcome.WITHDRAWN and not is_withdrawn(objection):
        raise Refused("还没有撤回公开，不能答复已撤回。", CLAUSES, field="outcome", remedy="请先撤回公开。")
