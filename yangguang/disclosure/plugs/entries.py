"""A listing or a major violation is decided in a file: its publication is due. It ends there: it leaves the public at once."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from yangguang.base.events import SYSTEM
from yangguang.base.jobs import scheduled
from yangguang.base.outbox import listener
from yangguang.bulletin.api import list_copies, list_files
from yangguang.cases.api import MajorViolation, SanctionsListing, public_entries
from yangguang.cases.events.major_violations import MajorViolationMoved, MajorViolationTakenBack
from yangguang.cases.events.sanctions import PutOnList, TakenOffList
from yangguang.directory.api import Account
from yangguang.disclosure.list_copies import basis_of, copy_of_edition
from yangguang.disclosure.models import StandingPublication
from yangguang.disclosure.rules.standing import Ground
from yangguang.disclosure.use_cases.end_entry import end_entry
from yangguang.disclosure.use_cases.propose_file_correction import propose_file_correction
from yangguang.disclosure.use_cases.schedule_entry import schedule_entry
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

NAME, AFTER_OBJECTION = "disclosure.entries", "经复核更正"
GROUND_OF = {
    "提前移出": Ground.REMOVED_EARLY, "到期移出": Ground.RAN_OUT, "撤销列入": Ground.ANNULLED,
    "停止公布": Ground.RAN_OUT,
}  # fmt: skip


@listener(PutOnList, name=NAME)
def listed(entry: Any) -> None:
    """It waits for a publisher; once it ended meanwhile, nothing waits."""
    line = SanctionsListing.objects.select_related("case__body").get(public_id=entry.facts["listing_ref"])
    schedule_entry(entry=line, actor=SYSTEM, at=_moment(entry))


@listener(MajorViolationMoved, name=NAME)
def confirmed(entry: Any) -> None:
    """Confirmed, it waits for a publisher; nothing else that moves is of the public."""
    line = MajorViolation.objects.select_related("case__body").get(public_id=entry.subject_ref)
    schedule_entry(entry=line, actor=SYSTEM, at=_moment(entry))


@listener(TakenOffList, name=NAME)
def taken_off(entry: Any) -> None:
    """Removed, run out or annulled."""
    _end(StandingPublication.objects.filter(listing__public_id=entry.facts["listing_ref"]).first(), entry)


@listener(MajorViolationTakenBack, name=NAME)
def taken_back(entry: Any) -> None:
    """What ended leaves; what was corrected after an objection is corrected in public once a second person approves."""
    publication = StandingPublication.objects.filter(violation__public_id=entry.facts["violation_ref"]).first()
    if entry.facts["how"] in GROUND_OF:
        _end(publication, entry)
    elif entry.facts["how"] == AFTER_OBJECTION and publication is not None:
        propose_file_correction(
            publication=publication, reason=entry.facts["reason"],
            actor=Account.objects.get(public_id=entry.actor_ref.partition(":")[2]), at=_moment(entry),
        )  # fmt: skip


@scheduled("disclosure.earlier_entries", title="以前公开的失信名单、重大违法改为逐条公开", every=timedelta(hours=1))
def earlier_entries() -> int:
    """What was decided or public before entries were published one by one: it waits for a publisher, stands by itself, or
    leaves its tombstone; how many changed.
    """
    unknown: list[public_entries.Entry] = [
        *SanctionsListing.objects.filter(
            publication=None, public_since=None, status__in=public_entries.ON_THE_LIST
        ).order_by("pk"),
        *MajorViolation.objects.filter(publication=None, status="confirmed").order_by("pk"),
    ]
    for line in unknown:
        schedule_entry(entry=line, actor=SYSTEM, at=Moment.now())
    earlier = StandingPublication.objects.filter(digest="", version__gt=0, edition=None, officer=None).order_by("pk")
    return len(unknown) + sum(_brought(one) for one in earlier)


def _brought(one: StandingPublication) -> bool:
    """Bring the public store up to what stands; whether anything changed."""
    public, copy = list_copies.list_by_ref(one.ref), copy_of_edition(one)
    if not one.stands:
        if public is not None and not public.stands:
            return False
        told: dict[str, Any] = {
            "reason": one.withdrawal_reason,
            "basis": basis_of(one),
            "on": one.withdrawn_on or clock.today(),
        }
        list_copies.withdraw_list(copy, version=one.version, what="停止公开", **told)
        return True
    received = list_copies.receive_list(copy, version=one.version)
    if received or not list_files.files_of(one.ref):
        list_files.put_files(one.ref)
    return received


def _end(publication: StandingPublication | None, entry: Any) -> None:
    if publication is not None:
        end_entry(
            publication_id=publication.pk, ground=GROUND_OF[entry.facts["how"]], actor=SYSTEM, at=_moment(entry),
            decided_by=entry.actor_ref,
        )  # fmt: skip


def _moment(entry: Any) -> Moment:
    return Moment(entry.occurred_at, clock.now())
