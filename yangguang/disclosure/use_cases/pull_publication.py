"""Take down at once, alone, what should never have been public; a second person confirms it afterwards, or has it shown again."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.disclosure.collecting import private_in
from yangguang.disclosure.decided import contests_of
from yangguang.disclosure.events import PublicationWithdrawn
from yangguang.disclosure.following_up import DAYS
from yangguang.disclosure.local_terms import local_term
from yangguang.disclosure.models import Publication, PublicationStatus, WithdrawalGround, WithdrawalProposal
from yangguang.disclosure.policy import publisher_fault
from yangguang.disclosure.queries import open_withdrawal
from yangguang.disclosure.rules.checks import SECRECY
from yangguang.disclosure.rules.contests import CLAUSES, REMEDY, contest_fault
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.disclosure.use_cases.propose_withdrawal import LONGEST
from yangguang.disclosure.use_cases.withdraw_publication import basis_of
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean


@transaction.atomic
def pull_publication(*, publication_id: int, reason: str, actor: Account, at: Moment) -> Publication:
    """By any publisher of the body. Nothing is asked that would cost time; what was proposed meanwhile is what is confirmed."""
    publication = lock_publication(publication_id)
    if fault := publisher_fault(actor, publication):
        raise Refused(fault, SECRECY)
    if not publication.stands:
        raise Refused("这条公示信息不在公开，不能撤下。", SECRECY, remedy="请刷新页面查看现在的状态。")
    words = clean(reason, label="撤下理由", most=LONGEST, lines=True, field="reason")
    if not words:
        raise Refused("撤下应当公开说明理由。", SECRECY, field="reason", remedy="请写明发现了哪一类不应公开的内容。")
    if private := private_in(words, publication):
        raise Refused(f"撤下理由会公开，不能含有“{private}”。", SECRECY, field="reason", remedy="请只写哪一类内容。")
    if fault := contest_fault(contests_of(publication), words, by_outcome=False):
        raise Refused(fault, CLAUSES, field="reason", remedy=REMEDY)
    if open_withdrawal(publication) is None:
        WithdrawalProposal.objects.create(
            publication=publication, ground=WithdrawalGround.NOT_TO_BE_PUBLIC, reason=words, proposed_by=actor,
            proposed_on=at.day,
        )  # fmt: skip
    publication.versions.filter(released_on=None).delete()
    publication.status, publication.withdrawn_on, publication.ended_on = PublicationStatus.WITHDRAWN, at.day, at.day
    publication.withdrawal_ground = publication.withdrawal_ground or WithdrawalGround.NOT_TO_BE_PUBLIC
    publication.withdrawal_reason = words
    publication.save()
    event = PublicationWithdrawn(
        publication.number,
        publication.public_id,
        words,
        basis_of(publication),
        at.day,
        "",
        actor.actor_ref,
        urgent=True,
        follow_up_by=local_term(DAYS, body=publication.body, start=at.day, on=at.day).due.day,
    )
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return publication
