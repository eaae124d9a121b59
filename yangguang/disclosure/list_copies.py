"""What the public gets of an edition and of an officer: made from what was adopted, with what was put right since."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from yangguang.base import calendars
from yangguang.bulletin.api import ListCopy, list_copies
from yangguang.catalogues.api import Edition, as_read, guide_copies, list_of, public_rows
from yangguang.directory.api import Certificate, Officer
from yangguang.disclosure.events.standing import TAKING_BACK, TERM
from yangguang.disclosure.models import StandingChange, StandingPublication, StandingStatus
from yangguang.disclosure.rules.citing import cited
from yangguang.disclosure.rules.standing import GROUNDS, ChangeKind, Ground, put_right
from yangguang.statutes import deadlines

PEOPLE = "officers"


def release_day(publication: StandingPublication) -> date | None:
    """Until when an edition is to be public: twenty working days from its adoption; None for an officer's entry."""
    adopted_on = publication.edition.adopted_on if publication.edition is not None else None
    return deadlines.due(TERM, adopted_on, calendars.in_force()).day if adopted_on else None


def made_copy(edition: Edition, *, published_on: date, replacements: list[tuple[str, str]]) -> ListCopy:
    """The edition as it was adopted, with words put right. Raises Refused for words a correction may not touch."""
    told = public_rows(edition)
    worded = {column.name for column in list_of(edition.list_kind).columns if column.worded}
    rows = [
        {"code": row["code"], "cells": {name: as_read(text) for name, text in row["cells"].items()}}
        for row in told["rows"]
    ]
    return ListCopy(
        ref=told["ref"], list_kind=told["list_kind"], list_label=told["title"], body_ref=edition.body.public_id,
        body_name=told["body"], title=f"{told['title']}（{told['version']}）",
        in_force_from=date.fromisoformat(told["in_force_from"]), published_on=published_on, columns=told["columns"],
        rows=put_right(rows, worded, replacements),
    )  # fmt: skip


def copy_of_edition(publication: StandingPublication) -> ListCopy:
    """The copy as it was released last; of what was public before copies were kept, made anew."""
    if not publication.copy:
        assert publication.edition is not None
        day = publication.published_on or publication.edition.adopted_on
        assert day is not None
        return made_copy(publication.edition, published_on=day, replacements=[])
    kept = dict(publication.copy)
    for name in ("in_force_from", "published_on"):
        kept[name] = date.fromisoformat(kept[name])
    return ListCopy(**kept)


def corrections_of(publication: StandingPublication) -> list[list[tuple[str, str]]]:
    """The words that each correction put right, in order."""
    done = StandingChange.objects.filter(publication=publication, kind=ChangeKind.CORRECT, approved=True).order_by("pk")
    return [[(old, new) for old, new in pairs] for pairs in done.values_list("replacements", flat=True)]


def replacements_of(publication: StandingPublication) -> list[tuple[str, str]]:
    """Every word put right so far, in order."""
    return [pair for pairs in corrections_of(publication) for pair in pairs]


def guides_of(publication: StandingPublication) -> list[dict[str, Any]]:
    """The guides of an edition, each cell as the released copy has it."""
    assert publication.edition is not None
    copy = copy_of_edition(publication)
    names = {column["label"]: column["name"] for column in copy.columns}
    cells = {row["code"]: row["cells"] for row in copy.rows}
    return [
        guide | {
            "name": cells[guide["code"]].get("name", guide["name"]),
            "cells": [[label, cells[guide["code"]].get(names.get(label, ""), text)] for label, text in guide["cells"]],
        }
        for guide in guide_copies(publication.edition)
    ]  # fmt: skip


def filing_words(*, office_name: str, number: str, filed_on: object) -> str:
    """How the public reads that an edition was filed."""
    return f"{office_name} {number}（{filed_on}）"


def basis_of(publication: StandingPublication) -> str:
    """What the public reads as the basis of a withdrawal."""
    return f"{GROUNDS[Ground(publication.withdrawal_ground)]}；{cited([TAKING_BACK])}"


def stands(ref: str) -> bool:
    """Whether an edition stands: nothing is drawn of one that waits for its publisher, or was taken back meanwhile."""
    publication = StandingPublication.objects.filter(ref=ref).first() if ref else None
    return publication is not None and publication.stands


def has_arrived(ref: str) -> bool:
    """Whether the public store has an edition as it stands: what is drawn of one before is drawn of the wrong words."""
    public, publication = list_copies.list_by_ref(ref), StandingPublication.objects.get(ref=ref)
    return public is not None and public.stands and public.version >= publication.version


def out_since_adoption(ref: str) -> StandingPublication | None:
    """The publication of an edition that went out with its adoption, before publishers released lists, and stands."""
    rows = StandingPublication.objects.select_related("edition__body").filter(ref=ref, digest="")
    publication = rows.exclude(edition=None).first()
    return publication if publication is not None and publication.stands else None


def is_taken_back(officer: Officer) -> bool:
    """Whether an officer's public entry was taken back."""
    return StandingPublication.objects.filter(officer=officer, status=StandingStatus.WITHDRAWN).exists()


def has_left(officer: Officer, on: date) -> bool:
    """Whether an officer is in post no more on a day: who left is public no more (D07)."""
    return officer.left_on is not None and officer.left_on <= on


def numbers_not_public(on: date) -> set[str]:
    """Numbers of the certificates of those whose entries were taken back or who left: they stand in no list."""
    gone = Q(officer__public_entry__status=StandingStatus.WITHDRAWN) | Q(officer__left_on__lte=on)
    return set(Certificate.objects.filter(gone).order_by("pk").values_list("number", flat=True))


def locked_people(people: QuerySet[Officer]) -> list[Officer]:
    """Officers as they are now, held until what the public gets of them is written.

    Whoever writes of a person takes this first and reads afterwards: of two that meet, the later one writes what holds.
    """
    return list(people.select_for_update(no_key=True, of=("self",)).order_by("pk"))
