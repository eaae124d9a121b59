"""The transfers of a case, and those a person may see."""

from __future__ import annotations

from django.db.models import QuerySet

from yangguang.base.guards import asked_once
from yangguang.cases.models import Case, CriminalTransfer, CriminalTransferStatus
from yangguang.cases.queries import cases_visible_to
from yangguang.directory.api import Account

BACK_HERE = frozenset({CriminalTransferStatus.RETURNED, CriminalTransferStatus.NOT_APPROVED})
AWAY = frozenset({CriminalTransferStatus.POLICE_OPENED, CriminalTransferStatus.HANDED_OVER})


@asked_once
def transfers_of(case: Case) -> list[CriminalTransfer]:
    """The transfers of a case, the newest first."""
    return list(case.criminal_transfers.order_by("-pk"))


def newest_of(case: Case) -> CriminalTransfer | None:
    """The transfer that counts now, or None."""
    return next(iter(transfers_of(case)), None) if case.pk else None


def stands_with_police(case: Case) -> bool:
    """A transfer is on its way, or the police or a court have the case: nothing may be punished here meanwhile."""
    newest = newest_of(case)
    return newest is not None and newest.status not in BACK_HERE


def was_given_back(case: Case) -> bool:
    """The newest transfer ended with the case here: the police refused, a court sent it back, or the head refused."""
    newest = newest_of(case)
    return newest is not None and newest.status in BACK_HERE


def has_gone_away(case: Case) -> bool:
    """The police opened their case: nothing is left to be transferred."""
    newest = newest_of(case)
    return newest is not None and newest.status in AWAY


def a_court_has_fined(case: Case) -> bool:
    """A case that came back from a court that had fined."""
    newest = newest_of(case)
    return newest is not None and bool(newest.court_fined)


def transfers_visible_to(account: Account) -> QuerySet[CriminalTransfer]:
    """The transfers of the cases a person may see, the newest first."""
    cases = cases_visible_to(account).order_by().values("pk")
    return CriminalTransfer.objects.filter(case_id__in=cases).select_related("case__body").order_by("-pk")
