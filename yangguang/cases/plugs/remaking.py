"""The gate on decisions made anew (stages-penalty V08)."""

from __future__ import annotations

from yangguang.cases import standing
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import Remake
from yangguang.cases.outcomes import fallen_content
from yangguang.cases.rules.remaking import RestartsAt, heavier_without_new_facts, is_same_again

SAME = "不得以同一事实和理由作出相同或者基本相同的行为。"


@gate(
    "remake_not_same", label="重作的决定不与原决定相同", clauses=("ARL-2023:64.2", "AJL-2017:71", "AJI-2018:90"),
    remedy="请根据复议决定、裁判指出的错误，改变主要事实、理由或者处罚；没有错误可改的，不再作出决定。",
)  # fmt: skip
def remake_not_same(attempt: Attempt) -> str:
    """The same again on the same facts and reasons, where it was not the procedure that was at fault; or more on the same facts."""
    if not attempt.case.pk:
        return ""
    last = Remake.objects.filter(case=attempt.case).select_related("decision").order_by("-pk").first()
    if last is None:
        return ""
    draft = standing.draft_content(attempt)
    if not draft:
        return ""
    fallen = fallen_content(last.decision)
    mine = next((one for one in standing.draft_shares(attempt) if one.get("parties") == fallen.get("parties")), draft)
    if is_same_again(fallen, mine, ground=last.ground):
        return SAME
    why = heavier_without_new_facts(fallen, mine)
    if why and last.restarts_at == RestartsAt.REVIEW:
        return f"更重的处罚应当从告知开始重新进行：{why}。"
    return f"没有新的事实，重作的处罚不能更重：{why}。" if why else ""
