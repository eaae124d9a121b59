"""Propose to take a published decision back; a second person approves, and nothing changes in public until then (D16)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.disclosure.collecting import private_in
from yangguang.disclosure.decided import contests_of
from yangguang.disclosure.events import WITHDRAWAL
from yangguang.disclosure.events.withdrawals import WithdrawalProposed
from yangguang.disclosure.models import Publication, WithdrawalGround, WithdrawalProposal
from yangguang.disclosure.policy import publisher_fault
from yangguang.disclosure.queries import open_withdrawal
from yangguang.disclosure.rules.contests import CLAUSES, REMEDY, contest_fault
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

LONGEST = 400


@transaction.atomic
def propose_withdrawal(
    *, publication_id: int, reason: str, actor: Account, at: Moment, ground: str = "", late_reason: str = ""
) -> WithdrawalProposal:
    """By a publisher. Without a recorded paper the ground is given here. Raises Refused while another proposal waits."""
    publication = lock_publication(publication_id)
    if fault := publisher_fault(actor, publication):
        raise Refused(fault, WITHDRAWAL)
    if not publication.stands:
        raise Refused("这条公示信息不在公开，不能撤回。", WITHDRAWAL)
    if open_withdrawal(publication) is not None:
        raise Refused("这条公示信息的撤回已经提出，等待批准。", WITHDRAWAL, remedy="请先批准或者退回那一项。")
    words = clean(reason, label="撤回理由", most=LONGEST, lines=True, field="reason")
    if not words:
        raise Refused("撤回公开的决定应当公开说明理由。", WITHDRAWAL, field="reason")
    if private := private_in(words, publication):
        raise Refused(f"撤回理由会公开，不能含有“{private}”。", "APL-2021:50", field="reason")
    chosen = publication.withdrawal_ground or ground
    if chosen not in WithdrawalGround.values:
        raise Refused("请选择撤回情形。", WITHDRAWAL, field="ground")
    _is_not_for_the_contest(publication, chosen, words)
    why = late_words(publication, late_reason, at)
    proposal = WithdrawalProposal.objects.create(
        publication=publication, ground=chosen, reason=words, late_reason=why, proposed_by=actor, proposed_on=at.day
    )
    event = WithdrawalProposed(publication.number, chosen, words, why)
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return proposal


def _is_not_for_the_contest(publication: Publication, ground: str, reason: str) -> None:
    """Raises Refused where no paper came and it is contested, or a stop is claimed that nobody has ordered in writing."""
    if publication.ground_received_on is not None:
        return
    by_outcome = ground != WithdrawalGround.NOT_TO_BE_PUBLIC
    if fault := contest_fault(contests_of(publication), reason, by_outcome=by_outcome):
        raise Refused(fault, CLAUSES, field="reason", remedy=REMEDY)
    if ground == WithdrawalGround.ORDERED_STOPPED:
        remedy = "请先在“登记撤回情形”中登记复议机关或者人民法院的文书。"
        raise Refused("没有登记撤回所依据的文书或者事由。", CLAUSES, field="ground", remedy=remedy)


def late_words(publication: Publication, late_reason: str, at: Moment) -> str:
    """Why it is late; empty in time. Raises Refused without a reason once the term is over."""
    why = clean(late_reason, label="逾期撤回的原因", most=LONGEST, lines=True, field="late_reason")
    overdue = publication.withdraw_by is not None and at.day > publication.withdraw_by
    if overdue and not why:
        raise Refused("已经超过撤回期限，请写明逾期撤回的原因。", WITHDRAWAL, field="late_reason")
    return why if overdue else ""
