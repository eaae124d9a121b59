"""Every list of a body as it stands on a day, asked of the database together however many lists there are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from yangguang.catalogues.basis_changes import open_changes
from yangguang.catalogues.lists.definition import ListDefinition
from yangguang.catalogues.lists.register import LISTS
from yangguang.catalogues.models import Edition, Entry
from yangguang.catalogues.queries import OPEN_STATES, lapsed_among, line_of
from yangguang.directory.api import Body


@dataclass(frozen=True)
class StandingList:
    """One list: the edition a body goes by, its rows, those whose basis has ended, changes that wait, and the open draft."""

    definition: ListDefinition
    current: Edition | None
    inherited: bool
    count: int
    lapsed: int
    changed: int
    draft: Edition | None


def standing_lists(body: Body, on: date) -> list[StandingList]:
    """Every list in the order of the register; where a body has none of its own, that of the nearest body above."""
    line = [one.pk for one in line_of(body)]
    current: dict[str, Edition] = {}
    editions = Edition.objects.in_force(on).filter(body_id__in=line).select_related("body")
    for edition in sorted(editions, key=lambda one: line.index(one.body_id)):
        if edition.body_id == body.pk or not LISTS[edition.list_kind].from_register:
            current.setdefault(edition.list_kind, edition)
    rows: dict[int, list[Entry]] = {edition.pk: [] for edition in current.values()}
    for row in Entry.objects.filter(edition__in=rows).order_by("edition_id", "position", "pk"):
        rows[row.edition_id].append(row)
    drafts = Edition.objects.select_related("body").filter(body=body, state__in=OPEN_STATES)
    open_by_kind = {one.list_kind: one for one in drafts}
    waiting = Counter(open_changes().filter(body=body).order_by().values_list("list_kind", flat=True))
    return [
        _standing(one, current.get(kind), rows, open_by_kind.get(kind), body, on, waiting[kind])
        for kind, one in LISTS.items()
    ]


def _standing(
    definition: ListDefinition, current: Edition | None, rows: dict[int, list[Entry]], draft: Edition | None,
    body: Body, on: date, changed: int,
) -> StandingList:  # fmt: skip
    entries = rows[current.pk] if current else []
    inherited = current is not None and current.body_id != body.pk
    return StandingList(definition, current, inherited, len(entries), len(lapsed_among(entries, on)), changed, draft)
