"""Who has withdrawn from a case: nobody whose recusal was granted acts in it afterwards, whatever role they hold (APL-2021:43)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from yangguang.base.guards import asked_once
from yangguang.cases import rows_of
from yangguang.cases.models import Case, Recusal
from yangguang.directory.api import Account
from yangguang.kernel.refusal import Refused

CLAUSE = "APL-2021:43.1"
MUST_WITHDRAW = "执法人员与本案有利害关系，应当回避。"


@asked_once
def recusals_of(case: Case) -> list[Recusal]:
    """Every recusal asked for in the case, decided or not."""
    return rows_of.recusals(case)


def concerns(recusal: Recusal, account: Any) -> bool:
    """A recusal is about this account, as itself or as an officer's."""
    own = recusal.officer.account_id if recusal.officer else None
    return account is not None and account.pk in {recusal.account_id, own} - {None}


def has_withdrawn(account: Any, case: Case) -> bool:
    """The account's recusal was granted in this case."""
    return bool(case.pk) and any(one.granted and concerns(one, account) for one in recusals_of(case))


def withdrawn_names(case: Case) -> set[str]:
    """The names of all who have withdrawn: whoever is only written by name in a paper is known by it."""
    return {one.person for one in recusals_of(case) if one.granted}


def who_withdrew(case: Case, refs: Iterable[str]) -> set[str]:
    """Which of these accounts, given by public id, have withdrawn from the case, by name."""
    granted = [one for one in recusals_of(case) if one.granted]
    accounts = Account.objects.filter(public_id__in=list(refs)) if granted else []
    return {one.name for one in accounts if any(concerns(recusal, one) for recusal in granted)}


def must_stay_in(actor: Any, case: Case) -> None:
    """Raises Refused for somebody who has withdrawn from the case."""
    if has_withdrawn(actor, case):
        raise Refused(MUST_WITHDRAW, CLAUSE, remedy="您已经回避，不再办理本案。请由其他人员办理。")
