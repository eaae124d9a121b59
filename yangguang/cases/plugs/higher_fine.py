"""The gate of one act against several norms: the fine is measured by the one with the higher fine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yangguang.cases import standing
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.norms import norms_of
from yangguang.cases.rules.higher_fine import CLAUSE, is_measured, says
from yangguang.kernel.money import in_figures


@gate(
    "higher_fine_applied", label="按罚款数额高的规定处罚", clauses=(CLAUSE,),
    remedy="请按罚款数额高的规定确定罚款；各项依据针对不同违法行为的，请写明分别适用于哪个行为。",
)  # fmt: skip
def higher_fine_applied(attempt: Attempt) -> str:
    """Several norms with fines are named for one act, and the fine lies outside the range of the higher one."""
    return next(filter(None, (_fault(attempt, share) for share in standing.draft_shares(attempt))), "")


def _fault(attempt: Attempt, share: Mapping[str, Any]) -> str:
    fine, discretion = int(share.get("fine_fen") or 0), share.get("discretion") or {}
    norms = norms_of(attempt.case, share, attempt.at.day) if fine else []
    mitigated = discretion.get("leniency") == "mitigated"
    several = bool(str(discretion.get("several_acts") or "").strip())
    if not norms or is_measured(fine, norms, mitigated=mitigated, several_acts=several):
        return ""
    if several:
        return f"罚款 {in_figures(fine)} 元超出各项规定罚款上限之和。"
    return f"同一违法行为违反多个规定，应当按照罚款数额高的规定处罚（{says(norms)}），罚款 {in_figures(fine)} 元不在这一幅度以内。"
