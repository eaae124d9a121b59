"""Who may, on the labour lines, in sentences."""

from __future__ import annotations

from yangguang.cases.models import Case, Lead
from yangguang.cases.policy import belongs_to, handles
from yangguang.directory.api import Account, Role

IN_THE_END = frozenset(
    {"closed", "archived", "opening_annulled", "transferred"}
)  # after the police, wages are still pursued


def may_register_lead(account: Account) -> bool:
    """Window clerks and case handlers take down what people bring."""
    return account.holds(Role.WINDOW_CLERK) or account.holds(Role.CASE_HANDLER)


def keeps_lead(account: Account, lead: Lead) -> bool:
    """The account looks after the lead, or handles the case it became."""
    if lead.keepers.filter(account=account, ends_on=None).exists():
        return True
    return lead.case is not None and handles(account, lead.case)


def may_open_identity(account: Account, lead: Lead) -> bool:
    """Named handlers; the one who registered, until the lead is passed on. Nobody else, of whatever rank."""
    if keeps_lead(account, lead):
        return True
    return lead.registered_by_id == account.pk and not lead.keepers.exists()


def may_take_lead(account: Account, lead: Lead, roles: tuple[str, ...]) -> bool:
    """The account holds one of a step's roles here; a handler must look after this lead, unless nobody does yet."""
    if account.body_id not in {lead.body_id, lead.acting_body_id}:
        return False
    for role in roles:
        if role == Role.CASE_HANDLER and account.holds(role):
            if keeps_lead(account, lead) or not lead.keepers.filter(ends_on=None).exists():
                return True
        elif role != Role.CASE_HANDLER and account.holds(role):
            return True
    return False


def may_keep_roster(account: Account, case: Case) -> bool:
    """The officers assigned to a case keep its roster and chain, until it is closed."""
    return belongs_to(account, case) and account.holds(Role.CASE_HANDLER) and handles(account, case)
