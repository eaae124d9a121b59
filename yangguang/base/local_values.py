"""Local settings (※): read by body and day; where none is set the act is refused, never guessed."""

from __future__ import annotations

from datetime import date
from typing import Any

from yangguang.base.guards import asked_once
from yangguang.base.models.local_value import LocalValue
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused

NAMES = {
    "hearing_threshold_person_fen": "听证数额标准（公民，分）",
    "hearing_threshold_organisation_fen": "听证数额标准（法人或者其他组织，分）",
    "statement_period_workdays": "陈述申辩期（工作日）",
    "lead_triage_workdays": "立案审查天数（工作日）",
    "opening_criteria": "公布的立案标准（文件名称）",
    "review_period_workdays": "法制审核期限（工作日）",
    "review_all_but_summary": "简易程序以外全部审核",
    "crime_one_worker_fen": "拒不支付劳动报酬数额（一名劳动者，分）",
    "crime_many_workers_fen": "拒不支付劳动报酬数额（十名以上劳动者，分）",
    "collecting_agent": "罚款代收机构",
    "reconsideration_body": "行政复议机关",
    "court": "管辖人民法院",
    "collective_discussion_fine_fen": "集体讨论的罚款数额（分）",
    "publication_period_months": "处罚决定公示期（月）",
    "publish_before_service": "决定送达之前先公开",
    "online_reconsideration_channel": "网上行政复议渠道",
}


def value(name: str, *, chain: str, on: date) -> Any:
    """The value in force for a body on a day. Raises Refused, telling who must set it, when there is none."""
    found = find(name, chain=chain, on=on)
    if found is None:
        raise Refused(
            f"本机关还没有设定“{NAMES[name]}”，不能办理。", remedy="请系统管理员在“本地参数”中录入数值和来源。"
        )
    return found.value


def find(name: str, *, chain: str, on: date) -> LocalValue | None:
    """The row in force on a day, with its source, or None."""
    if name not in NAMES:
        raise KeyError(name)
    return _in_force(chain, on).get(name)


@asked_once
def _in_force(chain: str, on: date) -> dict[str, LocalValue]:
    rows = LocalValue.objects.filter(chain=chain, in_force__lte=on).order_by("in_force")
    return {row.name: row for row in rows}


def set_value(name: str, value: Any, *, chain: str, source: str, in_force: date, by_name: str) -> LocalValue:
    """Set a local value from a day on. Raises Refused without a source or when that day already has a value."""
    if name not in NAMES:
        raise KeyError(name)
    if not source.strip():
        raise Refused("本地参数应当写明来源文件。", field="source")
    if LocalValue.objects.filter(chain=chain, name=name, in_force=in_force).exists():
        raise Refused("该施行日已经有数值。", remedy="请另选施行日。", field="in_force")
    return LocalValue.objects.create(
        chain=chain, name=name, value=value, source=source.strip(), in_force=in_force,
        set_by_name=by_name, set_at=clock.now(),
    )  # fmt: skip
