"""Which entries of an edition rest on something that has changed, and which changes a person may see."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import partial

from django.db.models import Q, QuerySet

from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.matters_behind import differs
from yangguang.catalogues.models import BasisChange, Edition, Entry
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.queries import CLAUSE_COLUMNS, find_in_force, rows_in_order
from yangguang.catalogues.rules.basis_changes import BasisChangeKind, Found
from yangguang.directory.api import Account, supervised_body_ids
from yangguang.statutes.changes import LawChange, changes_of

ChangesOf = Callable[[str], tuple[LawChange, ...]]
WHOLE = "清单本身的依据"


def changes_visible_to(account: Account) -> QuerySet[BasisChange]:
    """Those of the account's own body and of the bodies it supervises."""
    seen = Q(body_id=account.body_id) | Q(body_id__in=supervised_body_ids(account))
    return BasisChange.objects.select_related("body", "edition", "adjusted_in").filter(seen)


def open_changes() -> QuerySet[BasisChange]:
    """Those nobody has dealt with, the earliest term first."""
    return BasisChange.objects.filter(settled_on=None)


def open_changes_of(edition: Edition, account: Account) -> dict[str, list[BasisChange]]:
    """What waits for the list of an edition, by code, as far as this account may see it."""
    found: dict[str, list[BasisChange]] = {}
    seen = changes_visible_to(account).filter(settled_on=None)
    for one in seen.filter(body_id=edition.body_id, list_kind=edition.list_kind):
        found.setdefault(one.code, []).append(one)
    return found


def found_in(edition: Edition, on: date) -> list[Found]:
    """Everything that has changed since an edition was adopted, entry by entry."""
    definition = list_of(edition.list_kind)
    asked = partial(changes_of, since=edition.adopted_on or on, until=on, region=edition.body.region_code)
    rows = list(rows_in_order(edition))
    found = list(_by_law("", WHOLE, definition.clauses, asked))
    for row in rows:
        cited = [one for name in CLAUSE_COLUMNS for one in row.columns.get(name, ())]
        found += _by_law(row.code, definition.subject_of(row.columns), cited, asked)
    return [*found, *_by_matter(edition, rows, on)] if definition.of_matters else found


def _by_law(code: str, subject: str, cited: Iterable[str], asked: ChangesOf) -> Iterator[Found]:
    for clause_id in dict.fromkeys(cited):
        for one in asked(clause_id):
            yield Found(code, subject, clause_id, BasisChangeKind(one.kind.value), one.on, one.says())


def _by_matter(edition: Edition, rows: list[Entry], on: date) -> Iterator[Found]:
    """Guides whose matter says something else now, or is gone."""
    standing = find_in_force(ListKind.MATTERS, edition.body, on)
    if standing is None or standing.in_force_from is None:
        return
    matters = {row.code: row for row in rows_in_order(standing)}
    clause_id = list_of(edition.list_kind).clauses[0]
    told = partial(Found, clause_id=clause_id, changed_on=standing.in_force_from)
    for row in rows:
        matter, subject = matters.get(row.code), list_of(edition.list_kind).subject_of(row.columns)
        if matter is None:
            yield told(row.code, subject, kind=BasisChangeKind.MATTER_GONE, words=f"{standing}中已经没有这一事项。")
        elif other := differs(row.columns, matter.columns):
            yield told(
                row.code,
                subject,
                kind=BasisChangeKind.MATTER_CHANGED,
                words=f"{standing}中这一事项的{'、'.join(other)}已经改变。",
            )
