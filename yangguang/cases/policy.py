"""Who may, in sentences. Use cases ask them as law; pages ask the same ones as courtesy."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import QuerySet

from yangguang.base.events import Actor, Subject, SystemActor
from yangguang.base.guards import asked_once
from yangguang.base.worded_once import worded_once
from yangguang.cases.models import Assignment, Case, Counterpart
from yangguang.cases.withdrawn import has_withdrawn
from yangguang.directory.api import Account, Body, Officer, Role

SYSTEM_ROLE = "system"


def belongs_to(account: Account, case: Case) -> bool:
    """The account's body is the one in whose name the case runs, or acts on it under an entrustment."""
    return account.body_id in {case.body_id, case.acting_body_id}


def are_of_the_case(officers: Iterable[Officer], case: Case) -> bool:
    """Every officer named belongs to the body the case runs for, or to the organisation that acts for it."""
    return all(officer.body_id in {case.body_id, case.acting_body_id} for officer in officers)


@worded_once
def _assignments(case: int) -> QuerySet[Assignment]:
    return Assignment.objects.filter(case_id=case).select_related("officer").order_by("position", "pk")


@asked_once
def assignments_of(case: Case) -> list[Assignment]:
    """Who handles the case and who did, with their officers, the lead handler first."""
    return _assignments(case)


def handles(account: Account, case: Case) -> bool:
    """The account is one of the officers assigned to the case today."""
    return any(row.ends_on is None and row.officer.account_id == account.pk for row in assignments_of(case))


def may_take(account: Actor, case: Case, roles: tuple[str, ...]) -> bool:
    """The account holds one of the roles a step names here; as a case handler it must handle this very case. Whoever
    withdrew handles it no more and holds no other role in it. What the law itself brings about (T5) only the system takes.
    """
    if isinstance(account, SystemActor):
        return SYSTEM_ROLE in roles
    if not isinstance(account, Account) or not belongs_to(account, case):
        return False
    for role in roles:
        if role == Role.CASE_HANDLER and account.holds(role) and handles(account, case):
            return True
        if (
            role != Role.CASE_HANDLER
            and account.holds(role)
            and (role != Role.AGENCY_HEAD or account.body_id == case.body_id)
        ):
            return not has_withdrawn(account, case)
    return False


def may_keep_register(account: Account) -> bool:
    """Handlers and heads of units keep the register of counterparts."""
    return bool(account.role_names & {Role.CASE_HANDLER, Role.UNIT_HEAD})


def may_merge(account: Account) -> bool:
    """A head of unit says that two counterparts are one, or are not."""
    return account.holds(Role.UNIT_HEAD)


def of_register(counterpart: Counterpart, account: Account, *, body: Body | None = None) -> Subject:
    """How the ledger of the account's body, or of the one in whose name it acts, names a counterpart."""
    return Subject("counterpart", counterpart.public_id, (body or account.body).public_id)
