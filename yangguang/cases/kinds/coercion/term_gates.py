"""Gates while a measure stands: its days, its one extension, what is not counted, its end (law/stages-penalty §1.7, §1.9)."""

from __future__ import annotations

from yangguang.cases.gates import Attempt, gate
from yangguang.cases.kinds.criminal_transfer.listed_items import listed_items_were_told
from yangguang.cases.kinds.custody.held import last_day, measures_standing, things_held_by_measures, time_is_over
from yangguang.cases.models import Clock, CoerciveMeasure, MeasureStatus
from yangguang.cases.use_cases import run_clocks


@gate(
    "emergency_reported_in_24h", label="时限内报告补批", clauses=("ACL-2011:19",),
    remedy="超过时限的，请机关负责人在意见中写明超时的原因后补批，或者不予补批、立即解除；超时补批的不得延长。",
)  # fmt: skip
def emergency_reported_in_24h(attempt: Attempt) -> str:
    """An urgent measure was not approved within its hours: only with a reason, and never to be extended."""
    line: CoerciveMeasure = attempt.given["coercion"]
    late = "紧急实施后未在二十四小时内报告并补办批准。"
    if attempt.act != "approve_after_the_fact":
        return late if line.reported_late or line.status == MeasureStatus.URGENT else ""
    clock = Clock.objects.get(case_id=line.case_id, kind="report_emergency_by", about_ref=line.public_id)
    in_time = attempt.at.occurred_at <= run_clocks.moment_of(clock).at
    return "" if in_time or str(attempt.given.get("late_reason") or "").strip() else late


@gate(
    "measure_time_left", label="查封、扣押期限未满", clauses=("ACL-2011:25.1#initial", "ACL-2011:28.1"),
    remedy="请立即解除并退还财物。",
)  # fmt: skip
def measure_time_left(attempt: Attempt) -> str:
    """The days are over; a confiscation decided within them is still carried out."""
    line: CoerciveMeasure = attempt.given["coercion"]
    decision, until = attempt.given.get("decision"), last_day(line)
    decided_in_time = decision is not None and until is not None and decision.decided_on <= until
    if decided_in_time or not time_is_over(line, attempt.at.day):
        return ""
    return "查封、扣押期限已经届满，应当解除。"


@gate(
    "extension_reasoned", label="延长有理由、经批准、只一次", clauses=("ACL-2011:25.1#extension", "ACL-2011:25.2"),
    remedy="请写明情况复杂的理由，经机关负责人批准后书面告知当事人；延长过的不得再延长。",
)  # fmt: skip
def extension_reasoned(attempt: Attempt) -> str:
    """No reason, or extended before."""
    line: CoerciveMeasure = attempt.given["coercion"]
    sound = line.extended_on is None and bool(str(attempt.given.get("reason") or "").strip())
    return "" if sound else "延长查封、扣押没有经批准并书面告知理由，或者已经延长。"


@gate(
    "examination_period_notified", label="鉴定期间已书面告知", clauses=("ACL-2011:25.3",),
    remedy="请明确起止日期，书面告知当事人后再登记；没有告知的日子照常计入期限。",
)  # fmt: skip
def examination_period_notified(attempt: Attempt) -> str:
    """The party was not told in writing from when to when."""
    begins, told = attempt.given.get("began_on"), attempt.given.get("told_on")
    clear = told is not None and begins is not None and told <= begins and told <= attempt.at.day
    return "" if clear else "鉴定期间没有明确并书面告知当事人，不得扣除。"


@gate(
    "items_not_used", label="不使用、不损毁", clauses=("ACL-2011:26.1",), remedy="请在保管协议中写明不得使用、出借、损毁。",
)  # fmt: skip
def items_not_used(attempt: Attempt) -> str:
    """Whoever keeps the things would use, lend or spoil them."""
    return "不得使用或者损毁查封、扣押的财物。" if attempt.given.get("may_be_used") else ""


@gate(
    "items_with_file", label="查扣物品随案移送", clauses=("ACL-2011:21", "TCR-2020:12"),
    remedy="请先在“登记保存与查封扣押”页办理随案移送，再制作“涉案物品移送告知书”并送达或者公告；没有物品的清单写“无”。",
)  # fmt: skip
def items_with_file(attempt: Attempt) -> str:
    """Seized things would stay here, or the party was not told in writing where they went."""
    words = "查封、扣押的财物应当一并移送并书面告知当事人。"
    if attempt.act == "hand_over_items":
        told = attempt.given.get("told_on")
        return "" if told is not None and told <= attempt.at.day else words
    held = things_held_by_measures(attempt.case) or measures_standing(attempt.case)
    return "" if not held and listed_items_were_told(attempt) else words


@gate(
    "measures_released", label="强制措施已解除", clauses=("APL-2021:57.1", "ACL-2011:28.1"),
    remedy="请先在“登记保存与查封扣押”页解除查封、扣押并退还财物。",
)  # fmt: skip
def measures_released(attempt: Attempt) -> str:
    """Nothing was violated and something is still sealed or seized."""
    held = things_held_by_measures(attempt.case) or measures_standing(attempt.case)
    return "违法事实不成立，应当同时解除强制措施。" if held else ""
