"""Parties that became somebody else: on the page of their case, and what of them is never published."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from yangguang.cases.known_persons import PrivateFact, private_source
from yangguang.cases.models import Case, PartyKind, PartySuccession
from yangguang.cases.panels import Panel, panel
from yangguang.cases.standing import has_taken


@panel("successions")
def succession_panel(case: Any, account: Any) -> Panel | None:
    """Who became whom, since when, by which paper."""
    if not has_taken(case, "record_succession"):
        return None
    rows = list(PartySuccession.objects.filter(party__case=case).order_by("pk"))
    return Panel("successions", "当事人变更", "cases/successions_panel.html", {"successions": rows})


@private_source("predecessors")
def of_predecessors(case: Case) -> Iterable[PrivateFact]:
    """Who stood behind a party before it became somebody else."""
    rows = PartySuccession.objects.filter(party__case=case).order_by("pk")
    for kind, before in rows.values_list("party__kind", "before"):
        yield PrivateFact(before.get("name", "") if kind == PartyKind.PERSON else "")
        yield PrivateFact(before.get("legal_representative", ""))
        yield PrivateFact(before.get("phone", ""), "电话号码")
