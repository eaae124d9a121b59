"""Write one reason beside the passed terms of several cases: what kept them all, for each its own line in the ledger."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yangguang.cases.batches import batchable
from yangguang.cases.models import Clock
from yangguang.cases.rules.clocks import KINDS
from yangguang.cases.use_cases.explain_overdue import explain_overdue
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@dataclass(frozen=True)
class Explained:
    """What became of one term: its reason stands beside it, or why it was refused."""

    number: str
    label: str
    refusal: Refused | None = None


@batchable("explain_overdue")
def explain_several_overdue(
    *, clock_refs: Sequence[str], reason: str, actor: Account, at: Moment
) -> list[Explained]:  # fmt: skip
    """Each term is explained in an act of its own. Raises Refused when none was chosen or nothing was written."""
    if not clock_refs:
        raise Refused("请至少选择一个期限。", field="clocks")
    if not reason.strip():
        raise Refused("请写明逾期原因。", field="reason")
    rows = (
        Clock.objects.filter(public_id__in=clock_refs, case__isnull=False)
        .select_related("case")
        .order_by("due_on", "pk")
    )
    return [_explain(row, reason, actor, at) for row in rows]


def _explain(row: Clock, reason: str, actor: Account, at: Moment) -> Explained:
    case, label = row.case, KINDS[row.kind].label
    assert case is not None
    try:
        explain_overdue(case_id=case.pk, clock_ref=row.public_id, reason=reason, actor=actor, at=at)
    except Refused as refusal:
        return Explained(case.number, label, refusal)
    return Explained(case.number, label)
