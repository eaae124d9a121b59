"""The gate of one act against several norms: the fine is measured by the one with the higher fine."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from yangguang.cases import standing
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import Decision
from yangguang.cases.norms import fine_out_of_range
from yangguang.cases.owing import fine_now
from yangguang.cases.rules.higher_fine import CLAUSE


@gate(
    "higher_fine_applied", label="按罚款数额高的规定处罚", clauses=(CLAUSE,),
    remedy="请按罚款数额高的规定确定罚款；各项依据针对不同违法行为的，请写明分别适用于哪个行为。",
)  # fmt: skip
def higher_fine_applied(attempt: Attempt) -> str:
    """Several norms with fines are named for one act, and the fine lies outside the range of the higher one."""
    shares = [one for one in standing.draft_shares(attempt) if not _left_as_it_is(one)]
    return next(filter(None, (fine_out_of_range(attempt.case, one, attempt.at.day) for one in shares)), "")


def _left_as_it_is(share: Mapping[str, Any]) -> bool:
    """An alteration of something else than the fine: what a reconsideration or a court made of it is not measured again."""
    altered = share.get("alters")
    return bool(altered) and fine_now(Decision.objects.get(public_id=altered)) == int(share.get("fine_fen") or 0)
