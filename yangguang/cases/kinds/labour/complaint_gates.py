"""Gates of complaints: whether one may be accepted."""

from __future__ import annotations

from yangguang.base import calendars
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import Arbitration, Lead
from yangguang.statutes import deadlines


@gate(
    "complaint_conditions", label="投诉符合受理条件", clauses=("LSP-2004:18#conditions",),
    remedy="可以补正的先告知补正；不能补正的，不予受理并告知理由。",
)  # fmt: skip
def complaint_conditions(attempt: Attempt) -> str:
    """Within two years, a known employer, harmed by its violation, within our powers."""
    lead: Lead = attempt.given["lead"]
    faults = []
    if not lead.employer_name.strip():
        faults.append("被投诉单位不明确")
    if not lead.complaint.caused_by_employer:
        faults.append("权益不是由被投诉单位的违法行为侵害")
    if not lead.complaint.within_powers:
        faults.append("不属于劳动保障监察职权范围")
    ended = lead.violation_ended_on
    if ended and deadlines.due("LSR-2004:20.1", ended, calendars.in_force()).day < lead.received_on:
        faults.append("违反劳动保障法律的行为发生已经超过2年")
    return f"投诉不符合受理条件：{'；'.join(faults)}。" if faults else ""


@gate(
    "not_in_arbitration", label="没有进入仲裁或者诉讼", clauses=("LSR-2004:21.2",),
    remedy="请告知投诉人按照劳动争议处理或者诉讼程序办理；涉及违法行为查处的部分可以另行立案。",
)  # fmt: skip
def not_in_arbitration(attempt: Attempt) -> str:
    """The same claim is not, and does not belong, before arbitration or a court."""
    lead: Lead = attempt.given["lead"]
    if lead.complaint.arbitration != Arbitration.NONE:
        return "该事项应当按照劳动争议处理或者诉讼程序办理。"
    return ""
