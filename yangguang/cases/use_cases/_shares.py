"""The shares of a proposal as notices and drafts keep them: one for each party that is decided apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yangguang.cases.models import Case, Party, PartyKind
from yangguang.cases.rules.decision_content import fine_fault
from yangguang.kernel.refusal import Refused

CLAUSE = "APL-2021:44"


def shares_in(case: Case, proposal: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Raises Refused when a party is left out, or when kinds and amount of one contradict each other."""
    told: Mapping[str, Any] = proposal.get("shares") or {}
    if not told:
        return []
    parties = list(case.parties.order_by("position", "pk"))
    left_out = [party.name for party in parties if party.public_id not in told]
    if left_out or len(parties) < 2:
        raise Refused(
            f"分别决定的，应当写明对每个当事人的处罚：缺少{'、'.join(left_out) or '其他当事人'}。", CLAUSE, field="apart",
            remedy="请逐个填写，或者改为一并决定。",
        )  # fmt: skip
    return [_share(party, told[party.public_id]) for party in parties]


def party_rows(parties: list[Party]) -> list[dict[str, str]]:
    """Parties as contents keep them."""
    return [{"ref": p.public_id, "name": p.name, "address": p.address, "code": p.code, "kind": p.kind} for p in parties]


def kind_of(parties: list[Party]) -> str:
    """Which amounts and ranges apply: those of an organisation as soon as one is among them."""
    return "organisation" if any(p.kind == PartyKind.ORGANISATION for p in parties) else "person"


def _share(party: Party, told: Mapping[str, Any]) -> dict[str, Any]:
    share: dict[str, Any] = {
        "parties": party_rows([party]), "party_kind": kind_of([party]),
        "penalties": list(told.get("penalties") or ()), "fine_fen": int(told.get("fine_fen") or 0),
        "confiscated_fen": int(told.get("confiscated_fen") or 0), "basis": list(told.get("basis") or ()),
        "reasons": str(told.get("reasons") or "").strip(), "discretion": dict(told.get("discretion") or {}),
    }  # fmt: skip
    if fault := fine_fault(share["penalties"], share["fine_fen"]):
        raise Refused(f"{party.name}：{fault}", CLAUSE, field="apart", remedy="请核对处罚种类和金额。")
    return share
