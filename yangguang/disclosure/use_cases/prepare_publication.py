"""Prepare the public copy of a decision: scope, secrecy, redaction; it then waits for a second person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.disclosure.collecting import known_of, profile_of, version_copy
from yangguang.disclosure.decided import fallen, is_minors
from yangguang.disclosure.decision_hands import EXAMINED, hands_so_far, own_hand_fault
from yangguang.disclosure.events import PublicationPrepared
from yangguang.disclosure.events.standing import DUTIES
from yangguang.disclosure.models import Publication, PublicationStatus, PublishedVersion, Scope
from yangguang.disclosure.policy import publisher_fault
from yangguang.disclosure.rules.checks import MINORS, RULING, SCOPE, SECRECY, ruling_fault, scope_fault, secrecy_fault
from yangguang.disclosure.rules.public_copy import open_questions, places
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@dataclass(frozen=True)
class Examination:
    """What a publisher answered: how much is shown and why, the four secrecy questions, which guesses are private."""

    scope: str
    scope_note: str
    secrecy: Mapping[str, str]
    private: Sequence[str] = field(default_factory=tuple)
    harmless: Sequence[str] = field(default_factory=tuple)


@transaction.atomic
def prepare_publication(
    *, publication_id: int, examination: Examination, actor: Account, at: Moment
) -> PublishedVersion:
    """Keep the examined copy as the next version. Raises Refused while a question is open or the decision has fallen."""
    publication = lock_publication(publication_id)
    if fault := publisher_fault(actor, publication):
        raise Refused(fault, SCOPE)
    if not publication.waits:
        raise Refused(f"这条公示信息{publication.get_status_display()}，不能再编制。", SCOPE)
    decision_stands(publication)
    if fault := own_hand_fault(hands_so_far(publication), actor, EXAMINED):
        raise Refused(fault, DUTIES, remedy="请由本机关另一名公示员审查、编制。")
    version = publication.versions.filter(number=1).first() or PublishedVersion(publication=publication, number=1)
    hidden = keep_version(publication, version, examination, actor=actor, at=at)
    publication.status, publication.return_reason = PublicationStatus.PREPARED, ""
    publication.save(update_fields=["status", "return_reason"])
    event = PublicationPrepared(
        publication.number, version.number, hidden, version.scope, profile_of(publication.case).name, version.secrecy
    )
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return version


def decision_stands(publication: Publication) -> None:
    """Raises Refused when the decision was annulled or voided, or lifted because it should not have been made."""
    if words := fallen(publication):
        raise Refused(f"这份决定{words}，不能公开。", SCOPE)


def ruled_on(publication: Publication) -> None:
    """Raises Refused while the authority that was asked has not answered, and when it said no."""
    if fault := ruling_fault(publication.ruling):
        remedy = "请登记批复后再办理；确定不能公开的，由机关负责人办理“决定不予公开”。公开期限照常计算。"
        raise Refused(fault, RULING, field="secrecy", remedy=remedy)


def keep_version(
    publication: Publication, version: PublishedVersion, examination: Examination, *, actor: Account, at: Moment
) -> int:
    """Check scope and secrecy, store the version, and say how many places of the text are hidden."""
    if examination.scope not in Scope.values:
        raise Refused("请选择公开方式。", SCOPE, field="scope")
    if fault := scope_fault(examination.scope_note):
        raise Refused(fault, SCOPE, field="scope_note", remedy="请写明为什么应当公开、公开到什么程度。")
    ruled_on(publication)
    if is_minors(publication):
        raise Refused("当事人是未成年人，不予公开。", MINORS, remedy="请由机关负责人办理“决定不予公开”。")
    copy, known = version_copy(publication, version), known_of(publication.case)
    answered = {*examination.private, *examination.harmless}
    hidden = sum(1 for span in places(copy, known, examination.private, examination.harmless) if span.certain)
    if fault := secrecy_fault(examination.secrecy, open_questions(copy, known, answered), hidden):
        raise Refused(fault, SECRECY, field="secrecy", remedy="请逐项填写、逐处判断；不能公开的，决定不予公开。")
    version.scope, version.scope_note = examination.scope, examination.scope_note.strip()
    version.secrecy = dict(examination.secrecy)
    version.private, version.harmless = list(examination.private), list(examination.harmless)
    version.prepared_by, version.prepared_on = actor, at.day
    version.save()
    return hidden
