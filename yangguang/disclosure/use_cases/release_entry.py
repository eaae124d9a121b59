"""Release a listing or a major violation to the public: the fourth name, with a fresh code; the file takes its step with it."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any

from yangguang.base import ledger, numbers
from yangguang.base.events import plain
from yangguang.base.tlog import register_numbers
from yangguang.bulletin.api import ListCopy
from yangguang.cases.api import public_entries
from yangguang.directory.api import Account, asks_code, reauthenticate
from yangguang.disclosure.entry_copies import entry_copy
from yangguang.disclosure.entry_rereading import refuse_private
from yangguang.disclosure.events.standing import DUTIES, ListReleased, StandingPutBack
from yangguang.disclosure.list_copies import release_clause, release_day, replacements_of
from yangguang.disclosure.models import StandingPublication, StandingStatus
from yangguang.disclosure.policy import list_release_fault
from yangguang.disclosure.rules.standing import STEPS
from yangguang.disclosure.use_cases._lock_standing import lock_standing, named
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

LISTED_AGAIN = "恢复列入，期限重新计算。"


@asks_code
def release_entry(
    *, publication_id: int, code: str, secrecy_note: str, actor: Account, at: Moment, shared_with: str = "",
    until: date | None = None, until_basis: str = "", late_reason: str = "",
) -> StandingPublication:  # fmt: skip
    """`shared_with` of a listing: the credit platform it goes to. `until` and `until_basis` of a violation: how long it is
    shown, and by which rule of the place. An overdue one needs a reason and is never refused.
    """
    publication = lock_standing(publication_id)
    entry = _waiting(publication, actor)
    why = _why_late(publication, late_reason, at)
    proof = reauthenticate(actor, code, purpose="release")
    facts: dict[str, Any] = {"shared_with": shared_with}
    if publication.violation is not None:
        if until is None:
            raise Refused("请填写公布至哪一天。", "MVP-2016:6", field="until")
        facts = {"until": until, "until_basis": until_basis, "overdue_reason": why}
    public_entries.let_out(entry, proof=proof, actor=actor, at=at, secrecy_note=secrecy_note, **facts)
    publication = lock_standing(publication_id)  # as the file has it now
    first = publication.version == 0
    if first:
        publication.register_number = _number(publication, at.day.year)
    copy = entry_copy(publication, published_on=at.day, replacements=replacements_of(publication))
    refuse_private(publication, copy)
    _let_out(publication, copy, actor=actor, at=at)
    publication.late_reason, publication.secrecy_note = (
        why,
        clean(secrecy_note, label="保密审查和脱敏意见", most=400, lines=True),
    )
    publication.save()
    ledger.record(_event(publication, at.day, first=first), subject=publication.subject, actor=actor, at=at)
    return publication


def _waiting(publication: StandingPublication, actor: Account) -> public_entries.Entry:
    """The entry, if it waits for this person. Raises Refused."""
    if fault := list_release_fault(actor, publication):
        raise Refused(fault, DUTIES, remedy="请由本机关另一名公示员核对、发布。")
    entry = publication.entry
    if publication.status != StandingStatus.PENDING or entry is None or not public_entries.waits(entry):
        raise Refused("这一条没有在等候发布。", DUTIES, remedy="请刷新页面查看它现在的状态。")
    if len(publication.hands) < len(STEPS) - 1:
        raise Refused("案卷里查不到由谁采集、传递、审核，不能公开。", DUTIES, remedy="请承办机构在案件中补办。")
    return entry


def _why_late(publication: StandingPublication, late_reason: str, at: Moment) -> str:
    due = release_day(publication)
    why = clean(late_reason, label="逾期公开的原因", most=400, field="late_reason")
    if due is None or at.day <= due:
        return ""
    if not why:
        raise Refused("已经超过公开期限，请写明逾期公开的原因。", release_clause(publication), field="late_reason")
    return why


def _number(publication: StandingPublication, year: int) -> str:
    """The next of the body, the list and the year."""
    entry = publication.entry
    assert entry is not None
    return numbers.take(
        chain=publication.body.public_id, kind=public_entries.kind_of(entry), year=year, pattern=register_numbers.PATTERN,
        subject_kind="standing_publication", subject_ref=publication.ref,
    ).text  # fmt: skip


def _let_out(publication: StandingPublication, copy: ListCopy, *, actor: Account, at: Moment) -> None:
    publication.status, publication.version = StandingStatus.PUBLISHED, publication.version + 1
    publication.published_on, publication.withdrawn_on = at.day, None
    publication.withdrawal_ground, publication.withdrawal_reason = "", ""
    publication.copy, publication.digest = plain(asdict(copy)), copy.digest()
    publication.hands = [*publication.hands, [STEPS[-1], actor.actor_ref, actor.actor_name, at.day.isoformat()]]


def _event(publication: StandingPublication, on: date, *, first: bool) -> ListReleased | StandingPutBack:
    title, ref, kind = named(publication), publication.ref, publication.copy["list_kind"]
    collected, passed_on, reviewed, released = (hand[1] for hand in publication.hands)
    if not first:
        return StandingPutBack(
            title, ref, edition_ref=ref, list_kind=kind, version=publication.version, reason=LISTED_AGAIN, back_on=on,
            proposed_by=reviewed,
        )  # fmt: skip
    return ListReleased(
        title, ref, edition_ref=ref, list_kind=kind, version=1, digest=publication.digest, collected_by=collected,
        passed_on_by=passed_on, reviewed_by=reviewed, released_by=released, late_reason=publication.late_reason,
    )  # fmt: skip
