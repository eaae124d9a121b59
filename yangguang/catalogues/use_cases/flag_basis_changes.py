"""Flag every entry whose basis has changed since its edition was adopted. Done again, it finds nothing new (D02, D03)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from yangguang.base import calendars, ledger
from yangguang.base.events import Actor
from yangguang.catalogues.basis_changes import found_in, open_changes
from yangguang.catalogues.events import BasisChangesFound
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import BasisChange, Edition
from yangguang.catalogues.rules.basis_changes import Found
from yangguang.directory.api import Body
from yangguang.kernel.moment import Moment
from yangguang.statutes import deadlines, keeps_clocks, overlays

TERM_CLAUSE = "GIR-2019:26"
keeps_clocks("catalogues", TERM_CLAUSE)


def flag_basis_changes(*, actor: Actor, at: Moment) -> int:
    """Look through every edition in force, each in a transaction of its own; how many entries were flagged anew."""
    editions = Edition.objects.in_force(at.day).select_related("body").order_by("pk")
    flagged = sum(_flag(edition, actor, at) for edition in editions)
    _recount_terms()
    return flagged


@transaction.atomic
def _flag(edition: Edition, actor: Actor, at: Moment) -> int:
    Body.objects.select_for_update(no_key=True).get(pk=edition.body_id)
    known = BasisChange.objects.filter(body_id=edition.body_id, list_kind=edition.list_kind)
    keys = set(known.values_list("code", "clause_id", "kind", "changed_on"))
    fresh = {one.key: one for one in found_in(edition, at.day) if one.key not in keys}
    if not fresh:
        return 0
    rows = [_row(edition, one, at) for one in fresh.values()]
    BasisChange.objects.bulk_create(rows)

    ledger.record(
        BasisChangesFound(
            edition.list_kind, list_of(edition.list_kind).title, edition.version, codes=_said(row.code for row in rows),
            rests_on=_said(row.clause_id for row in rows), due_on=min(row.due_on for row in rows).isoformat(),
        ),
        subject=edition.subject, actor=actor, at=at,
    )  # fmt: skip
    return len(rows)


def _row(edition: Edition, found: Found, at: Moment) -> BasisChange:
    due_on, clause_id = term_of(edition.body, found.changed_on)
    return BasisChange(
        body=edition.body, list_kind=edition.list_kind, edition=edition, code=found.code, subject=found.subject[:200],
        clause_id=found.clause_id, kind=found.kind, words=found.words[:300], changed_on=found.changed_on, found_on=at.day,
        due_on=due_on, due_clause=clause_id, owner_ref=edition.drafted_by_ref, owner_name=edition.drafted_by_name,
    )  # fmt: skip


def term_of(body: Body, changed_on: date) -> tuple[date, str]:
    """Until when the list is to be put right and public again, and by which clause: the region's own goes first."""
    governing = overlays.governing(TERM_CLAUSE, region=body.region_code, on=changed_on).governing
    return deadlines.due(governing, changed_on, calendars.in_force()).day, governing.id


def _recount_terms() -> None:
    """A calendar year that became known may move the last day of what is still open."""
    for one in open_changes().select_related("body"):
        due_on, clause_id = term_of(one.body, one.changed_on)
        if (one.due_on, one.due_clause) != (due_on, clause_id):
            BasisChange.objects.filter(pk=one.pk).update(due_on=due_on, due_clause=clause_id)


def _said(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for word in words if word))
