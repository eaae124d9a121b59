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
    """Handlers and heads of units see every run that their own officers and units hold or held."""
    if not account.role_names & {Role.CASE_HANDLER, Role.UNIT_HEAD}:
        return NumberRange.objects.none()
    body, _ = in_whose_name(account, clock.today())
    officers = Officer.objects.filter(body_id=account.body_id).values("public_id")
    units = Unit.objects.filter(body_id=account.body_id).values("public_id")
    own = Q(holder_ref__in=officers) | Q(holder_ref__in=units)
    rows = NumberRange.objects.filter(own, series__kind=NUMBER_KIND, series__chain=body.public_id)
    return rows.select_related("series")


def _own_refs(account: Account) -> list[str]:
    refs = list(Officer.objects.filter(account=account).values_list("public_id", flat=True))
    return refs + ([account.unit.public_id] if account.unit else [])
