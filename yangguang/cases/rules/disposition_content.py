"""What a disposition decides, as plain data: bound by its digest through review to the decision."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from yangguang.cases.rules.wage_arrears import WageClaim, compensation_of


def annex_of(claims: Iterable[WageClaim], percent: int) -> list[dict[str, Any]]:
    """One line for each worker who is still owed: wages, compensation, both. `percent` 0 orders wages alone."""
    lines = []
    for claim in claims:
        if not claim.unpaid_fen:
            continue
        extra = compensation_of(claim, percent) if percent else 0
        line = {"ref": claim.ref, "name": claim.name, "paid_before_fen": claim.paid_fen, "wages_fen": claim.unpaid_fen}
        lines.append(line | {"extra_fen": extra, "total_fen": claim.unpaid_fen + extra})
    return lines


def sums(lines: Iterable[Mapping[str, Any]]) -> tuple[int, int, int]:
    """Wages, compensation and both, over an annex."""
    rows = list(lines)
    return tuple(sum(int(row[key]) for row in rows) for key in ("wages_fen", "extra_fen", "total_fen"))  # type: ignore[return-value]


def totals_match(content: Mapping[str, Any]) -> bool:
    """Whether the annex adds up to what the operative part orders."""
    wages, extra, total = sums(content.get("annex", ()))
    ordered = (content.get("wages_fen"), content.get("extra_fen"), content.get("total_fen"))
    whole = all(row["wages_fen"] + row["extra_fen"] == row["total_fen"] for row in content.get("annex", ()))
    return whole and ordered == (wages, extra, total)


def digest_of(content: Mapping[str, Any]) -> str:
    """The fingerprint of what is reviewed and decided."""
    return hashlib.sha256(
        json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
    ).hexdigest()
