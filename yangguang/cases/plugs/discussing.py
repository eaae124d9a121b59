"""The gate of collective discussion: complex circumstances and major violations are for the heads together."""

from __future__ import annotations

from typing import Any

from yangguang.base import local_values
from yangguang.cases import standing, withdrawn
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import CaseStatus, CollectiveDiscussion, DecisionDraft, DiscussionConclusion
from yangguang.cases.panels import Panel, panel
from yangguang.cases.rules import collective_discussion as rule
from yangguang.cases.use_cases.discuss_collectively import ACTS
from yangguang.kernel.refusal import Refused
from yangguang.records.api import DocumentStatus, is_signed

CLAUSE = "APL-2021:57.2"
AGAIN = "请由机关负责人重新讨论，登记讨论记录。"
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
    _is_about_this_draft(attempt, held, why)
    if held is None or attempt.case.status != CaseStatus.DISCUSSED:  # whatever led back from there undid the discussion
        raise Refused(WANTED, CLAUSE, remedy=f"本案{'、'.join(why)}。请由机关负责人集体讨论并登记讨论记录。")
    _decided_together(attempt, held)
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


def _is_about_this_draft(attempt: Attempt, held: CollectiveDiscussion | None, why: tuple[str, ...]) -> None:
    if held is None and any(standing.has_taken(attempt.case, act) for act in ACTS.values()):
        raise Refused(
            "集体讨论的不是这一稿，不得据以作出决定。", CLAUSE,
            remedy=f"本案{'、'.join(why)}。代拟稿在讨论以后改动了，请由机关负责人重新讨论。",
        )  # fmt: skip
    if held is not None and held.conclusion == DiscussionConclusion.UNDECIDED:
        raise Refused(
            "集体讨论没有形成多数意见，不得据以作出决定。", CLAUSE, remedy="请由机关负责人另行讨论并登记讨论记录。"
        )


def _decided_together(attempt: Attempt, held: CollectiveDiscussion) -> None:
    """Every head who took part voted, the votes lead to this draft, and none of them has had to withdraw since."""
    if not rule.voted(held.opinions):
        raise Refused("集体讨论记录没有每人的表决，不得据以作出决定。", CLAUSE, remedy=AGAIN)
    if rule.follows(held.opinions, held.settled_by) != rule.AGREED:
        raise Refused("集体讨论的表决结果不是同意代拟稿，不得据以作出决定。", CLAUSE, remedy=AGAIN)
    gone = withdrawn.who_withdrew(attempt.case, [one["ref"] for one in held.opinions])
    gone |= withdrawn.withdrawn_names(attempt.case) & {held.recorder_name, *held.others.split("、")}
    if gone:
        raise Refused(
            f"{'、'.join(sorted(gone))}已经回避，其参加的集体讨论不得据以作出决定。",
            (CLAUSE, withdrawn.CLAUSE),
            remedy=AGAIN,
        )


def _is_kept(held: CollectiveDiscussion) -> bool:
    return held.document is not None and held.document.status != DocumentStatus.VOIDED and is_signed(held.document)


@panel("discussions")
def discussions_panel(case: Any, account: Any) -> Panel | None:
    """What the heads concluded and how they voted, newest first."""
    if not any(standing.has_taken(case, act) for act in ACTS.values()):
        return None
    rows = list(case.discussions.order_by("-pk"))
    for one in rows:
        one.votes = rule.counted_words(one.opinions)
    return Panel("discussions", "集体讨论", "cases/discussions_panel.html", {"case": case, "discussions": rows})
