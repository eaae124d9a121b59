"""Who may, on penalties on the spot and the numbers allocated for them, in sentences."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from yangguang.base.models import NumberRange
from yangguang.cases.kinds.labour.queries import in_whose_name
from yangguang.cases.kinds.summary.numbers import NUMBER_KIND
from yangguang.directory.api import Account, Officer, Role, Unit
from yangguang.kernel import clock


def may_begin_on_the_spot(account: Account) -> bool:
    """Case handlers do, on the scene."""
    return account.holds(Role.CASE_HANDLER)


def may_allocate_numbers(account: Account) -> bool:
    """Heads of handling units hand out the numbered forms."""
    return account.holds(Role.UNIT_HEAD)


def may_end_range(account: Account, run: NumberRange) -> bool:
    """Heads of handling units of the body, or of the organisation that acts for it, take them back."""
    return account.holds(Role.UNIT_HEAD) and run in ranges_visible_to(account)


def may_void_number(account: Account, run: NumberRange) -> bool:
    """Whoever holds the run, an officer of the unit that holds it, or the head of a handling unit."""
    if account.holds(Role.UNIT_HEAD):
        return run in ranges_visible_to(account)
    return account.holds(Role.CASE_HANDLER) and run.holder_ref in _own_refs(account)


def ranges_visible_to(account: Account) -> QuerySet[NumberRange]:
    """Heads see every run held by their own officers and units; handlers those they may use."""
    rows = NumberRange.objects.filter(series__kind=NUMBER_KIND).select_related("series")
    if account.holds(Role.UNIT_HEAD):
        body, _ = in_whose_name(account, clock.today())
        officers = Officer.objects.filter(body_id=account.body_id).values("public_id")
        units = Unit.objects.filter(body_id=account.body_id).values("public_id")
        mine = Q(holder_ref__in=officers) | Q(holder_ref__in=units)
        return rows.filter(mine, series__chain=body.public_id)
    return rows.filter(holder_ref__in=_own_refs(account)) if account.holds(Role.CASE_HANDLER) else rows.none()


def _own_refs(account: Account) -> list[str]:
    refs = list(Officer.objects.filter(account=account).values_list("public_id", flat=True))
    return refs + ([account.unit.public_id] if account.unit else [])
