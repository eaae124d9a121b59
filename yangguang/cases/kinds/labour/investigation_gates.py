"""Gates of a labour investigation: asset queries approved above, worker evidence in time, extension and suspension."""

from __future__ import annotations

from yangguang.base import approvals, local_values
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.kinds.labour.queries import totals_of
from yangguang.cases.models import Case, Clock
from yangguang.cases.standing import has_taken
from yangguang.cases.use_cases import run_clocks
from yangguang.directory.api import Body
from yangguang.kernel.numerals import in_chinese
from yangguang.kernel.refusal import Refused
from yangguang.statutes import clause

EXTENSION = "LSR-2004:17#extension"
NOT_EXTENDED = "延长调查期限未经批准或者已经延长。"
SUPERIOR = ("body", "name", "number", "approved_on")


@gate(
    "unpaid_migrant_workers", label="查处拖欠农民工工资", clauses=("MWR-2019:40",),
    remedy="名册中应当有尚欠工资的劳动者，并且他们是农民工；其他案件请依法调取证据。",
)  # fmt: skip
def unpaid_migrant_workers(attempt: Attempt) -> str:
    """The power is given for unpaid wages of migrant workers only."""
    owed = totals_of(attempt.case).unpaid_fen > 0
    if owed and attempt.given.get("migrant_workers") is True:
        return ""
    return "该查询权限于查处拖欠农民工工资案件。"


@gate(
    "account_query_approved", label="查询经设区的市级以上负责人批准", clauses=("MWR-2019:40",),
    remedy="请先报设区的市级以上人力资源社会保障部门负责人批准，再填写批准机关、批准人、文号和日期。",
)  # fmt: skip
def account_query_approved(attempt: Attempt) -> str:
    """A county's own head may not approve it: the approval of the city or above is on the form with number and day."""
    if is_city_or_above(attempt.case.body):
        return ""
    superior = attempt.given.get("superior") or {}
    told = all(superior.get(name) for name in SUPERIOR) and superior.get("level") in {"city", "province"}
    if told and superior["approved_on"] <= attempt.at.day.isoformat():
        return ""
    return "查询未经设区的市级以上人力资源社会保障部门负责人批准。"


@gate(
    "employer_had_its_time", label="单位举证期限已满", clauses=("MWR-2019:50", "ZJ-LSR-2020:26"),
    remedy="请先向用人单位发调查询问书，期限届满后再认定；单位逃匿的，写明逃匿的情况。",
)  # fmt: skip
def employer_had_its_time(attempt: Attempt) -> str:
    """The day named in the newest interview notice that arrived is over, or the employer has fled."""
    if str(attempt.given.get("fled_how") or "").strip():
        return ""
    if not has_taken(attempt.case, "issue_interview_notice"):
        asked = None
    else:
        asked = attempt.case.interview_notices.exclude(served_on=None).order_by("-pk").first()
    over = asked is not None and run_clocks.last_day_for_party(asked.due_on) < attempt.at.day
    return "" if over else "单位提供资料的期限未满。"


@gate(
    "extension_approved",
    label="调查期限可以延长",
    clauses=("LSR-2004:17#extension",),
    remedy="请先提请机关负责人批准。",
)
def extension_approved(attempt: Attempt) -> str:
    """Once, before the sixty days are over, and with the head's signature when it is carried out."""
    running = investigation_clock(attempt.case)
    if running is None:
        return NOT_EXTENDED
    if any(row.get("clause") == EXTENSION for row in running.extensions):
        days = in_chinese(clause(EXTENSION).amount(unit="workday"))
        raise Refused(
            f"已经延长{days}个工作日。", EXTENSION, remedy="调查期限只能延长一次，逾期的应当写明原因并尽快办结。"
        )
    last = run_clocks.due_of(running).day
    if last < attempt.at.day:
        told = f"调查期限已于{last:%Y年%-m月%-d日}届满。逾期仍应当办结，请说明逾期原因。"
        raise Refused(NOT_EXTENDED, EXTENSION, remedy=told)
    asks = attempt.act == "request_extension"
    return "" if asks or approvals.approved(attempt.case.subject, "extend_investigation") else NOT_EXTENDED


@gate(
    "suspension_has_basis", label="有中止调查的法规依据", clauses=("LSR-2004:17#initial",),
    remedy="本省法规规定可以中止的，请系统管理员在“本地参数”中录入依据。",
)  # fmt: skip
def suspension_has_basis(attempt: Attempt) -> str:
    """The national regulation knows no suspension; only a rule of the province allows it."""
    found = local_values.find("suspension_basis", chain=attempt.case.body.public_id, on=attempt.at.day)
    return "" if found else "本机关没有中止调查的法规依据。"


def is_city_or_above(body: Body) -> bool:
    """A code of county level ends in other digits than 00 (GB/T 2260)."""
    return body.region_code[4:6] in {"", "00"}


def investigation_clock(case: Case) -> Clock | None:
    """The running term of the investigation, or None once it is concluded."""
    rows = Clock.objects.filter(case=case, kind="investigate_by", stopped_on=None, still=False)
    return rows.order_by("-pk").first()
