"""Record the paper by which a published decision has to be taken back; the three working days start on its receipt."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import calendars, ledger
from yangguang.base.events import Actor
from yangguang.directory.api import Account
from yangguang.disclosure.decided import contests_of
from yangguang.disclosure.events import WITHDRAWAL, WithdrawalGroundReceived
from yangguang.disclosure.models import Publication, WithdrawalGround
from yangguang.disclosure.policy import WRONG_BODY, may_record_ground
from yangguang.disclosure.queries import is_down_for_now
from yangguang.disclosure.rules.contests import CLAUSES, REMEDY, paper_fault
from yangguang.disclosure.rules.terms import withdraw_by
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def record_withdrawal_ground(
    *, publication_id: int, ground: str, paper: str, received_on: date, actor: Actor, at: Moment
) -> Publication:
    """Start the clock of APL-2021:48.2. The same ground told twice keeps the earlier day of receipt. What one person pulled at once
    keeps the ground it went by; the paper keeps it down.
    """
    publication = lock_publication(publication_id)
    if not may_record_ground(actor, publication):
        raise Refused(WRONG_BODY, WITHDRAWAL)
    if not (publication.stands or is_down_for_now(publication)):
        raise Refused("这条公示信息不在公开，不需要撤回。", WITHDRAWAL)
    if ground not in WithdrawalGround.values:
        raise Refused("请选择撤回情形。", WITHDRAWAL, field="ground")
    if not paper.strip():
        raise Refused("请写明所依据的文书。", WITHDRAWAL, field="paper", remedy="如：示政复决字〔2026〕第12号。")
    if isinstance(actor, Account) and (fault := paper_fault(paper, contests_of(publication))):
        raise Refused(fault, CLAUSES, field="paper", remedy=REMEDY)
    if received_on > at.day:
        raise Refused("收到文书的日期不能晚于今天。", WITHDRAWAL, field="received_on", remedy="请核对日期。")
    if publication.ground_received_on is not None and publication.ground_received_on <= received_on:
        return publication
    publication.withdrawal_paper = paper.strip()
    if publication.stands:
        publication.withdrawal_ground = ground
    publication.ground_received_on = received_on
    publication.withdraw_by = withdraw_by(received_on=received_on, calendar=calendars.in_force()).day
    publication.save()
    event = WithdrawalGroundReceived(
        publication.number, ground, publication.withdrawal_paper, received_on, publication.withdraw_by
    )
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return publication
