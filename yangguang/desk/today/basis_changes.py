"""Changes of basis that wait: for those who keep a body's lists, one row a list; for its head and its supervisor what is late."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from yangguang.base.addresses import address_of
from yangguang.base.components.texts import short_date
from yangguang.catalogues.api import BasisChange, changes_visible_to, face_of_change
from yangguang.desk.today.editions import DRAFTERS
from yangguang.desk.today.rows import Waiting, source
from yangguang.directory.api import Account, Role
from yangguang.kernel import clock


@source("basis_changes", without_term=True)
def basis_changes_that_wait(account: Account) -> list[Waiting]:
    """Grouped by body and list, by the earliest term."""
    rows = changes_visible_to(account).filter(settled_on=None)
    if any(account.holds(role) for role in DRAFTERS):
        return _grouped(rows.filter(body_id=account.body_id), _to_settle)
    if account.holds(Role.SUPERVISOR) or account.holds(Role.AGENCY_HEAD):
        return _grouped(rows.filter(due_on__lt=clock.today()), _to_look_at)
    return []


def _grouped(rows: object, href: Callable[[BasisChange], str]) -> list[Waiting]:
    ordered = sorted(rows, key=lambda one: (one.body_id, one.list_kind, one.due_on, one.pk))  # type: ignore[call-overload]
    return [_waiting(list(found), href) for _, found in groupby(ordered, key=lambda one: (one.body_id, one.list_kind))]


def _waiting(rows: list[BasisChange], href: Callable[[BasisChange], str]) -> Waiting:
    first = rows[0]
    more = f"等{len(rows)}处" if len(rows) > 1 else ""
    return Waiting(
        face=face_of_change(first, clock.today()), what=f"处理{first.get_list_kind_display()}的依据变化",
        under=f"{first.body.name}　经办：{first.owner_name}", why=f"{short_date(first.changed_on)}起：{first.words}{more}",
        clause=first.due_clause, act="去处理", href=href(first), due_on=first.due_on,
    )  # fmt: skip


def _to_settle(one: BasisChange) -> str:
    return address_of("catalogues:settle_changes", one.list_kind)


def _to_look_at(one: BasisChange) -> str:
    return f"{address_of('catalogues:basis_changes')}?view=late&body={one.body.public_id}"
