"""What must hold of lists and officers' entries between the desk and the public store at any time (D16, D23)."""

from __future__ import annotations

from collections.abc import Iterator

from yangguang.base.models import Delivery, LedgerEntry
from yangguang.base.verifying import invariant
from yangguang.bulletin.api import (
    PublicGuide,
    PublicList,
    PublicOfficer,
    list_copies,
    list_files,
    pages_on_disk,
    public_boards,
)
from yangguang.catalogues.api import ListKind
from yangguang.disclosure.decision_hands import hands_fault
from yangguang.disclosure.entry_copies import KINDS
from yangguang.disclosure.list_copies import PEOPLE, copy_of_edition
from yangguang.disclosure.models import (
    PublishedVersion,
    StandingChange,
    StandingPublication,
    StandingStatus,
    WithdrawalProposal,
)
from yangguang.disclosure.models.standing_publication import WHOLE
from yangguang.disclosure.policy import hands_before, is_same_person
from yangguang.disclosure.rules.standing import STEPS, same_hand

MADE_PUBLIC = ("PublicationPublished", "PublicationCorrected", "PublicationPutBack")
BY = ("collected_by", "passed_on_by", "reviewed_by", "released_by")


@invariant("standing_publications", title="公开的清单与发布时一致，撤回的清单和人员没有残留")
def standing_publications() -> Iterator[str]:
    """What is still on its way is looked at afterwards."""
    waiting = on_their_way()
    rows = StandingPublication.objects.exclude(status=StandingStatus.PENDING).exclude(version=0)
    for one in rows.select_related(*WHOLE).order_by("pk").iterator():
        if one.ref in waiting:
            continue
        if one.officer is not None:
            yield from _officer_left(one) if not one.stands else ()
        elif one.stands:
            yield from _list_faults(one)
        else:
            yield from _list_left(one)
    known = set(rows.values_list("ref", flat=True)) | waiting
    for edition in list_copies.standing_lists().filter(list_kind__in=[*ListKind.values, *KINDS]).order_by("pk"):
        if edition.ref not in known:
            yield f"公示库 {edition}：没有公示员发布过"


@invariant("standing_people", title="每一版公开的清单四步留名，采集和发布、提出和批准都不是一人")
def standing_people() -> Iterator[str]:
    """Those that went out before lists had publishers carry no fingerprint and fewer names; of an entry whoever decided on it
    is another than who released it as well.
    """
    released = (
        StandingPublication.objects.exclude(digest="").filter(officer=None).exclude(status=StandingStatus.PENDING)
    )
    for one in released.select_related(*WHOLE).order_by("pk"):
        if tuple(hand[0] for hand in one.hands) != STEPS or not all(hand[1] and hand[2] for hand in one.hands):
            yield f"{one}：四步没有留全姓名"
        elif same_hand(hands_before(one), ref=one.hands[3][1], name=one.hands[3][2]):
            yield f"{one}：采集和发布是同一人"
    approved = StandingChange.objects.filter(approved=True).select_related("proposed_by", "decided_by", "publication")
    for change in approved.order_by("pk"):
        if change.decided_by is None or is_same_person(change.proposed_by, change.decided_by):
            yield f"{change}：提出和批准是同一人"


@invariant("withdrawal_people", title="执法决定的撤回一人提出、另一人批准，与账目一致")
def withdrawal_people() -> Iterator[str]:
    """Of every withdrawal since two people are asked for: the line of the ledger names the one who proposed it."""
    approved = WithdrawalProposal.objects.filter(approved=True).select_related(
        "proposed_by", "decided_by", "publication__decision", "publication__paper"
    )
    by_publication: dict[str, set[str]] = {}
    for one in approved.order_by("pk"):
        by_publication.setdefault(one.publication.public_id, set()).add(one.proposed_by.actor_ref)
        if one.decided_by is None or is_same_person(one.proposed_by, one.decided_by):
            yield f"{one}：提出和批准是同一人"
    asked = set(WithdrawalProposal.objects.order_by().values_list("publication__public_id", flat=True))
    for entry in LedgerEntry.objects.filter(event="PublicationWithdrawn").order_by("pk").iterator():
        proposer = entry.facts.get("proposed_by")
        if entry.facts.get("urgent"):
            if entry.subject_ref not in asked:
                yield f"{entry.summary}：没有交另一人确认"
        elif proposer is not None and (
            proposer == entry.actor_ref or proposer not in by_publication.get(entry.subject_ref, set())
        ):
            yield f"{entry.summary}：没有另一人提出的撤回"


@invariant("publication_hands", title="每一份公开的决定四步留名，采集、传递和审核不是一人，与账目一致")
def publication_hands() -> Iterator[str]:
    """Of every version released since names are kept; the line of the ledger says which those are."""
    told = {
        (entry.subject_ref, int(entry.facts["version"])): [str(entry.facts[name]) for name in BY]
        for entry in LedgerEntry.objects.filter(event__in=MADE_PUBLIC).order_by("pk").iterator()
        if BY[0] in entry.facts
    }
    released = PublishedVersion.objects.exclude(released_on=None).select_related(
        "publication__decision", "publication__paper"
    )
    for version in released.order_by("pk").iterator():
        names = told.get((version.publication.public_id, version.number))
        if names is None and not version.hands:
            continue
        if fault := hands_fault(version.hands):
            yield f"{version}：{fault}"
        elif [hand[1] for hand in version.hands] != names:
            yield f"{version}：四步的姓名与账目不一致"


def on_their_way() -> set[str]:
    """References of what the public store has not been told everything about yet."""
    waiting = Delivery.objects.filter(done_at=None, entry__subject_kind="standing_publication").order_by("pk")
    return set(waiting.values_list("entry__subject_ref", flat=True))


def _list_faults(one: StandingPublication) -> Iterator[str]:
    edition = list_copies.list_by_ref(one.ref)
    if edition is None or not edition.stands:
        yield f"{one}：公示库中没有副本"
        return
    if not one.digest:
        return
    copy = copy_of_edition(one)
    same = copy.canonical() == list_copies.copy_of_list(edition).canonical()
    if not (same and copy.digest() == one.digest == edition.digest):
        yield f"{one}：公示库中的副本与发布的不一致"
    elif copy.list_kind == PEOPLE and any(row not in copy.rows for row in edition.rows):
        yield f"{one}：公示库中有发布时没有的人员"


def _list_left(one: StandingPublication) -> Iterator[str]:
    edition = list_copies.list_by_ref(one.ref)
    if edition is None or edition.stands or edition.rows or edition.columns or edition.digest or edition.files:
        yield f"{one}：撤回以后公示库中还有内容"
    for guide in PublicGuide.objects.filter(edition__ref=one.ref).order_by("pk"):
        if guide.cells or guide.forms or guide.files or guide.words:
            yield f"{one}：撤回以后服务指南 {guide.code} 还有内容"
    if list_files.files_of(one.ref) or pages_on_disk.list_file_of(one.ref, list_files.PROOF).exists():
        yield f"{one}：撤回以后文件还在"


def _officer_left(one: StandingPublication) -> Iterator[str]:
    """An officer who left afterwards has no tombstone any more."""
    assert one.officer is not None
    entry = PublicOfficer.objects.filter(ref=one.ref).first()
    if entry is not None and (entry.withdrawn_on is None or entry.name or entry.certificates):
        yield f"{one.ref}：撤回以后人员名录中还有内容"
    numbers = set(one.officer.certificates.order_by("pk").values_list("number", flat=True))
    for edition in PublicList.objects.filter(list_kind=PEOPLE).order_by("pk"):
        if any(row["cells"].get("number") in numbers for row in edition.rows):
            yield f"{one.ref}：撤回以后{edition}中还有"
    for board in public_boards():
        if any(window.get("number") in numbers for window in board.content["windows"]):
            yield f"{one.ref}：撤回以后窗口公示牌中还有"
