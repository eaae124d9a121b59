"""Collect the public copy of a decision of coercion: who, what, why, on which basis; the full text is that of its paper."""

from __future__ import annotations

from yangguang.cases.api import CoercionDecision, PartyKind
from yangguang.disclosure.rules.citing import cited
from yangguang.disclosure.rules.public_copy import Copy
from yangguang.disclosure.rules.sheet_lines import lines
from yangguang.records.api import sheet_of


def copy_of_coercion(one: CoercionDecision) -> Copy:
    """What the copy would say if nothing had to be hidden."""
    parties, basis = one.parties, cited(one.basis)
    summary = (("主要事实", one.facts), ("依据", basis), ("决定", one.conclusion))
    return Copy(
        title=f"{one.names}{one.case.title}案", party_name=one.names,
        party_kind=PartyKind(parties[0].kind).label if parties else "", conclusion=one.conclusion, basis=basis,
        fulfilment=one.fulfilment, summary=summary, text=tuple(lines(sheet_of(one.document).blocks)),
    )  # fmt: skip
