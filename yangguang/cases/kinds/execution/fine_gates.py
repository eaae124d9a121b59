"""Gates of a fine's fulfilment: additional fine, deferral, demand, what was altered, what has to be given back."""

from __future__ import annotations

from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import Decision, DecisionStatus, ExecutionStatus
from yangguang.cases.owing import Owing, additional_owed, comes_back, execution_of, new_term_of, unpaid_of
from yangguang.cases.rules.remedies import CHANGES
from yangguang.cases.standing import decisions_of
from yangguang.kernel import clock
from yangguang.statutes import clause

ITEMS = ("pay_by_on", "how", "left_fen")  # the fourth, the right to speak, stands in every demand


@gate(
    "deferral_needs_request", label="当事人已经申请", clauses=("APL-2021:66.2",), remedy="请先登记当事人的申请，再由机关负责人答复。",
)  # fmt: skip
def deferral_needs_request(attempt: Attempt) -> str:
    """A request of the party waits for an answer."""
    waiting = attempt.given["execution"].decision.deferrals.filter(granted=None).exists()
    return "" if waiting else "延期、分期缴纳罚款应当由当事人申请并经批准。"


@gate(
    "additional_fine_told", label="决定书已明确加处罚款", clauses=("FCS-1997:7.1", "FCS-1997:9.1", "ACL-2011:45.1"),
)  # fmt: skip
def additional_fine_told(attempt: Attempt) -> str:
    """The decision said that paying late is added to."""
    told = (attempt.given["execution"].decision.content.get("payment") or {}).get("additional_fine") is True
    return "" if told else "决定书没有明确逾期加处罚款，不得加处。"


@gate(
    "additional_fine_cap", label="加处不超过罚款数额", clauses=("APL-2021:72.1.1#cap", "ACL-2011:45.2"),
    remedy="请核对罚款收据。",
)  # fmt: skip
def additional_fine_cap(attempt: Attempt) -> str:
    """What was added, or paid on top, is no more than the fine itself."""
    owing: Owing = attempt.given["owing"]
    paid = owing.additional_paid_fen + int(attempt.given.get("amount_fen") or 0)
    most = owing.accrual.most_fen if owing.accrual else 0
    return "" if max(paid, owing.additional_fen) <= most else "加处罚款不得超过罚款数额。"


@gate(
    "additional_fine_not_in_remedy", label="复议、诉讼期间没有计算", clauses=("APL-2021:73.3",),
    remedy="请按履行页的逐日计算核对。",
)  # fmt: skip
def additional_fine_not_in_remedy(attempt: Attempt) -> str:
    """More was taken than was added, and there were days of a reconsideration or a lawsuit that do not count."""
    owing: Owing = attempt.given["owing"]
    stretches = owing.accrual.stretches if owing.accrual else ()
    halted = any(one.clause == "APL-2021:73.3" for one in stretches)
    beyond = int(attempt.given.get("amount_fen") or 0) > owing.additional_left_fen
    counted = any(one.clause == "APL-2021:73.3" and one.fen for one in stretches)
    return "行政复议或者行政诉讼期间不计算加处罚款。" if counted or (halted and beyond) else ""


@gate(
    "urged_in_writing",
    label="书面催告，四要素齐全",
    clauses=("ACL-2011:35",),
    remedy="请写明期限、方式、金额，制作催告书。",
)
def urged_in_writing(attempt: Attempt) -> str:
    """The demand is a paper with its four items: term, way, exact amount, the right to speak."""
    told = [name for name in ITEMS if attempt.given.get(name)]
    complete = len(told) + 1 >= clause("ACL-2011:35").amount(unit="count")
    return "" if complete else "未以书面形式催告。"


@gate(
    "altered_by_outcome", label="复议决定、判决变更了罚款", clauses=("ARL-2023:63.2", "AJL-2017:77.2"),
    remedy="请先登记复议、诉讼结果。",
)  # fmt: skip
def altered_by_outcome(attempt: Attempt) -> str:
    """A reconsideration or a lawsuit about the decision ended by altering it, by a part of it falling, or by mediation."""
    decision: Decision = attempt.given["execution"].decision
    altered = decision.remedies.filter(outcome__in=CHANGES).exists()
    return "" if altered else "没有变更罚款的复议决定或者判决。"


@gate(
    "altered_by_agency", label="本机关变更了决定", clauses=("APL-2021:75.2",), remedy="请先由机关负责人作出变更决定。",
)  # fmt: skip
def altered_by_agency(attempt: Attempt) -> str:
    """The agency altered the decision by itself, and the alteration has not fallen."""
    decision: Decision = attempt.given["execution"].decision
    return "" if decision.alterations.filter(fallen_on=None).exists() else "没有仍然有效的变更决定。"


@gate(
    "new_term_over", label="另给的缴款期限已满", clauses=("ACL-2011:34",), remedy="请在期限届满、当事人仍未缴纳后办理。",
)  # fmt: skip
def new_term_over(attempt: Attempt) -> str:
    """A term that a plan gave, or that began anew when a fine stood again, does not run any more."""
    until = new_term_of(attempt.given["execution"].decision, on=attempt.at.day)
    return f"缴款期限至{until:%Y年%-m月%-d日}，尚未届满。" if until else ""


@gate(
    "nothing_to_return", label="应退款物已退还", clauses=("ACL-2011:41", "ARL-2023:72.2"), remedy="请办理退还，登记退付凭证。",
)  # fmt: skip
def nothing_to_return(attempt: Attempt) -> str:
    """Money was paid, or things were confiscated, under a decision that fell or became smaller, and not all has gone back."""
    return "尚有应退款物，不得结案。" if any(comes_back(one) for one in decisions_of(attempt.case)) else ""


def fines_left(decision: Decision) -> list[str]:
    """What of a fine keeps its case open, in words: the fine, the additional fine the head decided on."""
    if decision.status != DecisionStatus.SERVED or not decision.fine_fen:
        return []
    if execution_of(decision).status == ExecutionStatus.TERMINATED:
        return []
    found = ["罚款缴纳"] if unpaid_of(decision) else []
    return [*found, *(["加处罚款缴纳"] if additional_owed(decision, on=clock.today()) else [])]
