"""Persons a case names beside its parties: in a hearing, along a chain of contracts, for goods kept, under an agreement."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from yangguang.cases.known_persons import PrivateFact, may_be_a_name, private_source
from yangguang.cases.models import (
    Case,
    CaseItem,
    CoerciveMeasure,
    ContractLink,
    ExecutionAgreement,
    Hearing,
    PartyKind,
    Recusal,
    ServiceRecipient,
)

HOME = "住址"


@private_source("recipients")
def of_recipients(case: Case) -> Iterable[PrivateFact]:
    """Whom papers are served on who is no party."""
    rows = ServiceRecipient.objects.filter(case=case, kind=PartyKind.PERSON).order_by("pk")
    for name, address in rows.values_list("name", "address"):
        yield PrivateFact(name)
        yield PrivateFact(address, HOME)


@private_source("hearings")
def of_hearings(case: Case) -> Iterable[PrivateFact]:
    """Who came for a party, and the third parties, told beforehand or not."""
    rows = Hearing.objects.filter(case=case).order_by("pk")
    for came, agents, third in rows.values_list("attended_names", "agent_names", "third_parties"):
        names = (*came, *agents, *(str(one.get("name", "")) for one in third))
        yield from (PrivateFact(name) for name in names if may_be_a_name(name))


@private_source("named_beside")
def of_others(case: Case) -> Iterable[PrivateFact]:
    """Contractors, custodians, interpreters and experts, who signed for goods or for an agreement."""
    first, *others = (_texts(rows, name) for rows, name in (
        (ContractLink.objects.filter(case=case), "name"), (CaseItem.objects.filter(case=case), "received_by"),
        (CoerciveMeasure.objects.filter(case=case), "custodian"), (Recusal.objects.filter(case=case), "name"),
        (ExecutionAgreement.objects.filter(execution__decision__case=case), "signed_by_name"),
    ))  # fmt: skip
    return [PrivateFact(text) for (text,) in sorted(first.union(*others)) if may_be_a_name(text)]


def _texts(rows: QuerySet[Any], name: str) -> QuerySet[Any, Any]:
    return rows.order_by().values_list(name)
