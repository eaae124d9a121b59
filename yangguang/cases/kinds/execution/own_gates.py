"""Gates of a body that executes a fine itself (stages-penalty U03, U04): only with a power of its own, by day, on a working day."""

from __future__ import annotations

from datetime import time

from yangguang.base import calendars, local_values
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import Clock
from yangguang.cases.use_cases import run_clocks
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused
from yangguang.statutes import deadlines

POWER, NIGHT = "own_execution_basis", "night_hours"
WITHOUT = "本机关没有行政强制执行权，应当申请人民法院强制执行。"


@gate(
    "execution_power", label="有行政强制执行权", clauses=("ACL-2011:13.2", "ACL-2011:34", "ACL-2011:46.3"),
    remedy="请申请人民法院强制执行；法律授权本机关自行执行的，由系统管理员在“本地参数”中录入依据。",
)  # fmt: skip
def execution_power(attempt: Attempt) -> str:
    """No law was entered that gives the body this power."""
    return "" if local_values.find(POWER, chain=attempt.case.body.public_id, on=attempt.at.day) else WITHOUT


@gate("urge_period_over", label="催告期限已满", clauses=("ACL-2011:37.1",), remedy="请在催告期满以后作出决定。")
def urge_period_over(attempt: Attempt) -> str:
    """A demand was served, and its days are over."""
    row = attempt.given["execution"]
    demand = Clock.objects.filter(case=attempt.case, kind="demand_expires_on", about_ref=row.decision.public_id)
    last = demand.order_by("-pk").first()
    return "" if last is not None and attempt.at.day > run_clocks.due_of(last).day else "催告期限未满。"


@gate("urge_statement_reviewed", label="对催告的意见已复核", clauses=("ACL-2011:36",), remedy="请先记录意见和复核。")
def urge_statement_reviewed(attempt: Attempt) -> str:
    """The party said something about the demand and nobody has looked at it."""
    row = attempt.given["execution"]
    return "当事人对催告的意见尚未复核。" if row.answer.strip() and not row.answer_reviewed.strip() else ""


@gate(
    "no_good_reason", label="当事人不履行没有正当理由", clauses=("ACL-2011:37.1",),
    remedy="有正当理由的不作强制执行决定：可以办理延期、分期缴纳，或者中止执行。",
)  # fmt: skip
def no_good_reason(attempt: Attempt) -> str:
    """The party has a good reason not to fulfil; nobody having looked into it is not the same as none."""
    found = attempt.given.get("good_reason")
    if found is None:
        return "没有写明当事人不履行是否有正当理由。"
    return "当事人不履行有正当理由。" if found else ""


@gate(
    "additional_fine_thirty_days", label="加处罚款超过三十日", clauses=("ACL-2011:46.1",),
    remedy="请先决定加处罚款，满期以后再作出强制执行决定。",
)  # fmt: skip
def additional_fine_thirty_days(attempt: Attempt) -> str:
    """Fewer than thirty days have passed since the additional fine was imposed, or nobody imposed it."""
    imposed = attempt.given["execution"].imposed_on
    over = imposed is not None and attempt.at.day > deadlines.due("ACL-2011:46.1", imposed, calendars.in_force()).day
    return "" if over else "加处罚款未超过三十日。"


@gate(
    "not_night_or_holiday", label="不在夜间、法定节假日", clauses=("ACL-2011:43.1",),
    remedy="请另选时间；情况紧急的，写明紧急情况。",
)  # fmt: skip
def not_night_or_holiday(attempt: Attempt) -> str:
    """At night, or on a day of a legal holiday, and nothing urgent is written. An ordinary weekend is neither."""
    if str(attempt.given.get("urgent_reason") or "").strip():
        return ""
    day, minute = attempt.at.day, attempt.at.occurred_at.astimezone(clock.BEIJING).time()
    begins, ends = night_of(str(local_values.value(NIGHT, chain=attempt.case.body.public_id, on=day)))
    calendar = calendars.in_force()
    holiday = calendar.rest_name(day) not in {None, "周末"}
    at_night = minute >= begins or minute < ends
    return "不得在夜间或者法定节假日实施强制执行。" if holiday or at_night else ""


@gate("no_utility_cut", label="没有停止居民生活供应", clauses=("ACL-2011:43.2",), remedy="请改用其他方式。")
def no_utility_cut(attempt: Attempt) -> str:
    """Water, power, heat or gas of dwellings is cut to make the party pay; no answer is no."""
    cut = attempt.given.get("utility_cut")
    return "" if cut is False else "不得对居民生活停止供水、供电、供热、供燃气。"


def night_of(words: str) -> tuple[time, time]:
    """22:00-06:00 read as two times. Raises Refused for anything else."""
    try:
        begins, ends = (
            time.fromisoformat(part.strip()) for part in words.replace("—", "-").replace("至", "-").split("-")
        )
    except ValueError:
        raise Refused(
            "本地参数“夜间时段”应当写成“22:00-06:00”的样式。", "ACL-2011:43.1", remedy="请系统管理员在“本地参数”中改正。",
        ) from None  # fmt: skip
    return begins, ends
