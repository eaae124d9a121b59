"""The gate of collective discussion: complex circumstances and major violations are for the heads together."""

from __future__ import annotations

from yangguang.base import local_values
from yangguang.cases import standing
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import CaseStatus, CollectiveDiscussion, DecisionDraft, DiscussionConclusion
from yangguang.cases.rules import collective_discussion as rule
from yangguang.kernel.refusal import Refused
from yangguang.records.api import DocumentStatus, is_signed

CLAUSE = "APL-2021:57.2"
WANTED = "情节复杂或者重大违法行为应当集体讨论决定。"


@gate(
    "collective_discussion", label="已集体讨论", clauses=(CLAUSE,),
    remedy="集体讨论记录还没有参加人的签名。请打印签名后归入签名页。",
)  # fmt: skip
def collective_discussion(attempt: Attempt) -> str:
    """Complex or major, and nobody shows a signed record of a discussion of exactly this draft; or one that changed it."""
    draft: DecisionDraft | None = attempt.given.get("draft") or standing.draft_of(attempt.case, "penalty")
    if draft is None:
        return ""  # nothing is proposed yet; other gates say so
    held = standing.discussion_of(attempt.case, draft)
    if held is not None and held.conclusion == DiscussionConclusion.CHANGED:
        raise Refused(
            "集体讨论的结论改变了代拟稿的内容，不得按原稿决定。", CLAUSE,
            remedy="请按讨论的结论修改代拟稿；超出告知的，先重新告知。",
        )  # fmt: skip
    if not (why := _why(attempt, draft)):
        return ""
    if held is None or attempt.case.status != CaseStatus.DISCUSSED:  # whatever led back from there undid the discussion
        raise Refused(WANTED, CLAUSE, remedy=f"本案{'、'.join(why)}。请由机关负责人集体讨论并登记讨论记录。")
    return "" if _is_kept(held) else WANTED


def _why(attempt: Attempt, draft: DecisionDraft) -> tuple[str, ...]:
    """Why the heads must discuss it. Raises Refused where that cannot be told: then nothing is decided."""
    if not rule.is_told(draft.content):
        raise Refused(
            "没有回答案件是否复杂，不能判断是否应当集体讨论。", CLAUSE, remedy="请在代拟稿中逐项回答后再办理。"
        )
    threshold = None
    if rule.needs_threshold(draft.content):
        chain = attempt.case.body.public_id
        threshold = int(local_values.value("collective_discussion_fine_fen", chain=chain, on=attempt.at.day))
    return rule.reasons(draft.content, threshold)


def _is_kept(held: CollectiveDiscussion) -> bool:
    return held.document is not None and held.document.status != DocumentStatus.VOIDED and is_signed(held.document)
