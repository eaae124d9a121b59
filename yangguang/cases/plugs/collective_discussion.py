"""The gate of collective discussion, and what `verify` looks for."""

from __future__ import annotations

from collections.abc import Iterator

from yangguang.base import local_values
from yangguang.base.verifying import invariant
from yangguang.cases import standing
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import CollectiveDiscussion, Decision, DecisionKind
from yangguang.cases.rules.collective_discussion import discussion_grounds, needs_threshold

THRESHOLD = "collective_discussion_fine_fen"


@gate(
    "collective_discussion", label="重大、复杂案件已集体讨论", clauses=("APL-2021:57.2",),
    remedy="请由机关负责人集体讨论并制作笔录；传阅签字不能代替讨论。",
)  # fmt: skip
def collective_discussion(attempt: Attempt) -> str:
    """The heads must discuss it, and no discussion agreed to exactly this draft. Unset figures refuse."""
    content = standing.draft_content(attempt)
    chain, day = attempt.case.body.public_id, attempt.at.day
    figure = local_values.value(THRESHOLD, chain=chain, on=day) if needs_threshold(content) else None
    if not discussion_grounds(content, int(figure) if figure is not None else None):
        return ""
    draft = attempt.given.get("draft") or standing.draft_of(attempt.case, DecisionKind.PENALTY)
    agreed = CollectiveDiscussion.objects.filter(case=attempt.case, agrees=True, held_on__lte=day)
    if draft is not None and agreed.filter(draft_digest=draft.digest).exists():
        return ""
    return "情节复杂或者重大违法行为应当集体讨论决定。"


@invariant("collective_discussion", title="情节复杂的处罚决定都经过集体讨论")
def decisions_without_discussion() -> Iterator[str]:
    """A penalty called complex whose content no discussion agreed to."""
    for decision in Decision.objects.filter(kind=DecisionKind.PENALTY).iterator():
        if not discussion_grounds(decision.content, None):
            continue
        rows = CollectiveDiscussion.objects.filter(case_id=decision.case_id, draft_digest=decision.digest, agrees=True)
        if not rows.exists():
            yield f"决定 {decision.number}：情节复杂，没有集体讨论"
