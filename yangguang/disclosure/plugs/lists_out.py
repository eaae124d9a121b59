"""Lists and entries that were released, corrected, taken back or put back reach the public store and the log; officers' entries
too (D16).
"""

from __future__ import annotations

from datetime import date
from typing import Any

from yangguang.base.models import LedgerEntry
from yangguang.base.outbox import listener
from yangguang.base.tlog import queue
from yangguang.base.tlog.leaves import LeafType
from yangguang.base.tlog.months import PUT_BACK
from yangguang.bulletin.api import list_copies, list_files, put_filing, put_officers, withdraw_officer
from yangguang.directory.api import Certificate, Officer, public_officer_rows, public_photo_of
from yangguang.disclosure.events.standing import (
    ListCorrected,
    ListReleased,
    StandingChangeProposed,
    StandingPutBack,
    StandingWithdrawn,
)
from yangguang.disclosure.list_copies import (
    PEOPLE,
    copy_of_edition,
    filing_words,
    has_arrived,
    has_left,
    locked_people,
    numbers_not_public,
    stands,
)
from yangguang.disclosure.models import StandingPublication
from yangguang.disclosure.models.standing_publication import WHOLE
from yangguang.disclosure.plugs.log_lists import LOG, retell_lists
from yangguang.disclosure.rules.standing import BY_FILE, Ground
from yangguang.kernel import clock

ENDED, TAKEN_BACK = "停止公开", "撤回"
OUT = (ListReleased, ListCorrected, StandingPutBack)


@listener(*OUT, name="disclosure.list_released")
def send(entry: Any) -> None:
    """The copy as it stands now, without those who left; one that was overtaken by a withdrawal stays down."""
    publication = _held(entry)
    if not publication.stands:
        return
    if publication.officer is not None:
        if has_left(publication.officer, clock.today()):
            return
        rows = [row for row in public_officer_rows(publication.officer.body) if row["officer_ref"] == publication.ref]
        photos = {publication.ref: public_photo_of(publication.officer, clock.today())}
        put_officers(rows, body_ref=publication.officer.body.public_id, on=clock.today(), photos=photos)
        return
    facts, edition, copy = entry.facts, publication.edition, copy_of_edition(publication)
    on = facts.get("corrected_on") or facts.get("back_on")
    gone = numbers_not_public(clock.today()) if copy.list_kind == PEOPLE else ()
    list_copies.receive_list(
        copy, version=publication.version, superseded_from=edition.superseded_from if edition else None,
        correction=str(facts.get("reason") or ""), corrected_on=date.fromisoformat(on) if on else None,
        hides_more=bool(facts.get("hides_more")),
        without={row["code"] for row in copy.rows if row["cells"].get("number") in gone},
    )  # fmt: skip
    if filing := getattr(edition, "filing", None):
        words = filing_words(office_name=filing.office_name, number=filing.number, filed_on=filing.filed_on)
        put_filing(publication.ref, filing=words)


@listener(*OUT, name="bulletin.list_files")
def draw_list(entry: Any) -> None:
    """The same as files; drawing takes a moment, so it waits for the job process. A copy still on its way is waited for."""
    ref = entry.facts["edition_ref"]
    if stands(ref) and not (has_arrived(ref) and list_files.put_files(ref)):
        raise LookupError(f"list {ref} has not arrived")


@listener(StandingWithdrawn, name="disclosure.list_taken_back")
def take_back(entry: Any) -> None:
    """Leave the tombstone; where it stands again by now, nothing is taken down any more."""
    publication, facts = _held(entry), entry.facts
    if publication.stands:
        return
    told: dict[str, Any] = {
        "reason": facts["reason"], "basis": facts["basis"], "on": date.fromisoformat(facts["withdrawn_on"])
    }  # fmt: skip
    if publication.officer is not None:
        _take_back_officer(publication, publication.officer, told)
    else:
        told["what"] = ENDED if publication.entry is not None and facts["ground"] in BY_FILE else TAKEN_BACK
        list_copies.withdraw_list(copy_of_edition(publication), version=publication.version, **told)


def _take_back_officer(publication: StandingPublication, officer: Officer, told: dict[str, Any]) -> None:
    numbers, body = list(officer.certificates.order_by("pk").values_list("number", flat=True)), publication.body
    withdraw_officer(officer.public_id, body_ref=body.public_id, body_name=body.name, numbers=numbers, **told)
    retell_lists()


@listener(*OUT, name=LOG)
def tell_what_stands(entry: Any) -> None:
    """Commit to the files as they are public now. Files still on their way are waited for.

    An officer's entry follows the register, whose words the log says nothing of: that its taking-back is over is all it says.
    """
    publication = _publication(entry)
    if publication.officer is not None:
        queue.take_down(entry, subject_ref=publication.ref, kind=LeafType.EXPIRE, ground=PUT_BACK)
    elif publication.stands:
        snapshot = list_files.snapshot_by_ref(publication.ref, version=publication.version)
        if snapshot is None:
            raise LookupError(f"files of list {publication.ref} are not drawn")
        kind = LeafType.LIST_SNAPSHOT if entry.event == ListReleased.__name__ else LeafType.CORRECT
        queue.commit_to(entry, subject_ref=publication.ref, content=snapshot, kind=kind)


@listener(StandingWithdrawn, name=LOG)
def tell_what_fell(entry: Any) -> None:
    """Nothing stands any more, under which ground, or as its time is over. What was not said until now is said to have stood."""
    publication = _publication(entry)
    if queue.last_leaf(publication.ref) is None:
        proposed = LedgerEntry.objects.filter(subject_ref=publication.ref, event=StandingChangeProposed.__name__)
        before = proposed.filter(pk__lt=entry.pk).order_by("-sequence").first()
        if before is not None:
            queue.commit_to(
                before, subject_ref=publication.ref, content=_stood(publication), kind=LeafType.LIST_SNAPSHOT,
                told_at=entry.recorded_at,
            )  # fmt: skip
    ran_out = entry.facts["ground"] == Ground.RAN_OUT
    kind, ground = (LeafType.EXPIRE, "") if ran_out else (LeafType.WITHDRAW, entry.facts["ground"])
    queue.take_down(entry, subject_ref=publication.ref, kind=kind, ground=ground)


def _stood(publication: StandingPublication) -> bytes:
    """What is said to have stood where the log had said nothing: the edition, or that there was an entry."""
    return copy_of_edition(publication).canonical() if publication.officer is None else publication.ref.encode()


def _held(entry: Any) -> StandingPublication:
    """It as it is now, with everybody it names held until the public store has it."""
    publication = _publication(entry)
    people = Officer.objects.filter(public_entry=publication)
    if publication.edition is not None and publication.edition.list_kind == PEOPLE:
        numbers = [row["cells"].get("number", "") for row in copy_of_edition(publication).rows]
        people = Officer.objects.filter(pk__in=Certificate.objects.filter(number__in=numbers).values("officer"))
    locked_people(people)
    return _publication(entry)


def _publication(entry: Any) -> StandingPublication:
    rows = StandingPublication.objects.select_related("edition__filing", *WHOLE)
    return rows.get(ref=entry.facts["publication_ref"])
