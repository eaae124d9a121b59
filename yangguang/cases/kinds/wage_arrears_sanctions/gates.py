"""Gates of the sanctions list (law/stages-penalty §1.10)."""

from __future__ import annotations

from yangguang.cases.gates import Attempt, gate
from yangguang.cases.kinds.labour.criminal import criminal_line_of, order_to_pay_unheeded
from yangguang.cases.kinds.wage_arrears_sanctions.conditions import bars_removal, earliest_removal, may_be_listed
from yangguang.cases.known_persons import private_facts
from yangguang.cases.models import InstructionStatus, SanctionsListing

NOT_CONDITIONS = "不符合列入失信联合惩戒名单的条件。"
FALLEN = frozenset({InstructionStatus.ANNULLED, InstructionStatus.REPLACED})
NOT_EARLY = "不符合提前移出条件。"
LINE = "wage_arrears_sanctions"


def _line(attempt: Attempt) -> SanctionsListing:
    found: SanctionsListing = attempt.given[LINE]
    return found


@gate(
    "list_conditions", label="符合列入条件", clauses=("DWL-2021:5",),
    remedy="拖欠数额达到认定拒不支付劳动报酬罪的标准，或者引发群体性、极端事件造成严重不良社会影响，并且经责令限期支付逾期未支付的，才列入。",
)  # fmt: skip
def list_conditions(attempt: Attempt) -> str:
    """The amount or an event with evidence, and an order to pay whose day passed unheeded."""
    case, day, line = attempt.case, attempt.at.day, _line(attempt)
    if attempt.act == "put_on_list":  # once unheeded it may be listed, paid since or not, while the order itself stands
        return NOT_CONDITIONS if line.instruction.status in FALLEN else ""
    reached = bool(line.mass_event.strip()) or criminal_line_of(case, day).reached
    return "" if reached and order_to_pay_unheeded(case, day) else NOT_CONDITIONS


@gate(
    "list_notice_objection_over", label="已告知，异议已处理", clauses=("DWL-2021:6.1", "DWL-2021:6.2#object"),
    remedy="请向单位和每一名责任人员分别告知，等候五个工作日，或者核实异议并告知结果。",
)  # fmt: skip
def list_notice_objection_over(attempt: Attempt) -> str:
    """Somebody was not told, may still object, or waits for an answer."""
    rows = list(_line(attempt).listed.order_by("position", "pk"))
    over = bool(rows) and all(may_be_listed(one, attempt.at.day) for one in rows)
    return "" if over else "列入前未告知，或者异议尚未处理完毕。"


@gate(
    "cured_pledge_considered", label="已考虑改正和承诺", clauses=("DWL-2021:7",),
    remedy="请写明仍然列入的理由，或者办理不予列入。",
)  # fmt: skip
def cured_pledge_considered(attempt: Attempt) -> str:
    """Made good and pledged, and nobody wrote why it is listed all the same."""
    line = _line(attempt)
    cured = line.rectified_on is not None and line.pledged_on is not None
    if not cured or str(attempt.given.get("why_listed") or "").strip():
        return ""
    return "当事人已改正并作出书面信用承诺，应当说明是否不予列入。"


@gate(
    "early_delisting_conditions", label="符合提前移出条件", clauses=("DWL-2021:12", "DWL-2021:12#months", "DWL-2021:13"),
    remedy="已改正、自改正之日起被列入满六个月、书面信用承诺，三项缺一不可。",
)  # fmt: skip
def early_delisting_conditions(attempt: Attempt) -> str:
    """One of three conditions is wanting, or something bars early removal."""
    line = _line(attempt)
    earliest = earliest_removal(line)
    if earliest is None or attempt.at.day < earliest or line.pledged_on is None:
        return NOT_EARLY
    barred = bars_removal(line)
    return f"{NOT_EARLY}{barred}的，不得提前移出。" if barred else ""


@gate(
    "secrecy_checked", label="已作保密审查和脱敏", clauses=("APL-2021:50", "MVP-2016:6#secrets"),
    remedy="请审查国家秘密、商业秘密、个人隐私，删去身份证号码、电话、劳动者和投诉举报人的信息。",
)  # fmt: skip
def secrecy_checked(attempt: Attempt) -> str:
    """Nobody looked, or the words that go out hold something private the file knows of."""
    said = str(attempt.given.get("secrecy_note") or "").strip()
    words = str(attempt.given.get("public_words") or "")
    private = any(len(fact.text) > 1 and fact.text in words for fact in private_facts(attempt.case))
    return "" if said and not private else "未完成保密审查和脱敏。"
