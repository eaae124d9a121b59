"""Put on record how the recusal of an agency head was decided: by the other heads together, or by the body above (※)."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from yangguang.base import local_values
from yangguang.cases import standing
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, Recusal, RecusalDecider, RecusedRole
from yangguang.cases.rules import votes as rule
from yangguang.cases.use_cases import _withdrawing
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases._withdrawing import CLAUSE
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.cases.withdrawn import concerns, has_withdrawn
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

NAMED = {label: RecusalDecider(value) for value, label in RecusalDecider.choices if value != RecusalDecider.HEAD}


@transaction.atomic
def decide_recusal_of_head(
    *, case_id: int, recusal_id: int, granted: bool, reason: str, actor: Account, at: Moment,
    votes: Mapping[str, str] | None = None, superior: str = "", paper: str = "", overdue_reason: str = "",
    seen_version: int | None = None,
) -> Recusal:  # fmt: skip
    """The law is silent about the head's own recusal: who decides is a value of the place, and without one nobody does.

    `votes` says how each of the other heads voted, by the public id of the account; `superior` and `paper` name the
    body above and its paper.
    """
    case = lock_case(case_id, seen_version=seen_version)
    recusal = _withdrawing.waiting(case, recusal_id, reason=reason, at=at)
    if recusal.role != RecusedRole.AGENCY_HEAD:
        raise Refused(
            "其他人员的回避由行政机关负责人决定。", CLAUSE, field="recusal_id", remedy="请机关负责人办理“决定回避”。"
        )
    if concerns(recusal, actor):
        raise Refused("不能决定自己的回避。", CLAUSE, remedy="请由其他负责人或者承办人登记。")
    decider = NAMED[str(local_values.value("head_recusal_decided_by", chain=case.body.public_id, on=at.day))]
    taken = take(Taking(FLOWS["penalty"], case, "decide_recusal_of_head", actor, at))
    recusal.granted, recusal.decision_reason, recusal.decided_by = granted, reason.strip(), decider
    if decider == RecusalDecider.COLLECTIVE:
        recusal.decided_by_name = _decided_together(case, recusal, votes or {}, granted, at)
    else:
        recusal.decided_by_name, recusal.decision_paper = _decided_above(superior, paper)
    event = _withdrawing.settle(case, recusal, late=overdue_reason, actor=actor, at=at)
    announce(taken, event, actor=actor, at=at)
    return recusal


def _decided_together(case: Case, recusal: Recusal, votes: Mapping[str, str], granted: bool, at: Moment) -> str:
    """The names of the heads who decided. Raises Refused for anyone else, for too few, and where most voted otherwise."""
    others = {
        one.public_id: one
        for one in standing.heads_of(case.body, at.day)
        if not concerns(recusal, one) and not has_withdrawn(one, case)
    }
    if set(votes) - set(others) or set(votes.values()) - set(rule.LABELS):
        raise Refused("参加决定的应当是本机关其他负责人。", CLAUSE, field="votes", remedy="被申请回避的负责人不参加。")
    least = int(local_values.value("collective_discussion_persons", chain=case.body.public_id, on=at.day))
    if len(votes) < least:
        raise Refused(
            f"参加决定的机关负责人少于{least}人。", CLAUSE, field="votes", remedy="人数由本机关议事规则规定。"
        )
    if granted != rule.is_carried(votes.values()):
        told = rule.told(votes.values())
        raise Refused(
            f"表决（{told}）与决定不一致。", CLAUSE, field="granted", remedy="赞成回避的超过参加人半数的，应当回避。"
        )
    return "、".join(others[ref].name for ref in others if ref in votes)[:200]


def _decided_above(superior: str, paper: str) -> tuple[str, str]:
    if not superior.strip():
        raise Refused("请写明作出决定的上级行政机关。", CLAUSE, field="superior")
    if not paper.strip():
        raise Refused("请写明上级决定的文号。", CLAUSE, field="paper", remedy="收到书面决定以后再登记。")
    return superior.strip(), paper.strip()
