"""Letters of a labour investigation: interview notice, asset query, audit entrustment, assistance, word to a complainant."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from yangguang.base.press.plain import chinese_date
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.labour.documents.frame import letter
from yangguang.kernel import clock
from yangguang.kernel.money import in_capitals, in_figures


def interview_notice(
    case: Any, *, party: str, appear_at: datetime, place: str, materials: str, due_on: date, on: date
) -> Sheet:
    """调查询问书: when and where to come, what to hand over by which day, and what follows."""
    local = appear_at.astimezone(clock.BEIJING)
    words = (
        f"本机关正在调查{case.title}一案（{case.number}）。依据《劳动保障监察条例》第十五条第一款，请你单位法定代表人（负责人）或者"
        f"委托代理人于{chinese_date(local.date())}{local:%H时%M分}到{place}接受调查询问。",
        f"请于{chinese_date(due_on)}前提供下列资料，并对其真实性负责：", *_listed(materials),
        "无理抗拒、阻挠调查，或者不按照要求提供书面材料、隐瞒事实真相、出具伪证的，依据《劳动保障监察条例》第三十条依法处理；逾期不提供"
        "证据的，依法承担举证不能的后果。",
        f"前来时请携带身份证件和授权委托书。联系电话：{case.body.complaint_phone}。",
    )  # fmt: skip
    return letter(title="劳动保障监察调查询问书", body_name=case.body.name, to=party, words=words, dated_on=on)


def asset_query_letter(
    case: Any, *, to: str, about: str, objects: str, unpaid: tuple[int, int], approved: str, on: date
) -> Sheet:
    """查询函: whose accounts, houses or vehicles, why, and who approved."""
    people, fen = unpaid
    words = (
        f"本机关正在查处{case.title}一案（{case.number}），涉及拖欠{people}名农民工工资{in_figures(fen)}元（大写：{in_capitals(fen)}）。",
        f"依据《保障农民工工资支付条例》第四十条，{approved}，请协助查询{about}的下列情况，并将结果函告本机关：",
        *_listed(objects), "查询结果仅用于本案，请注意保密。",
    )  # fmt: skip
    return letter(title="查询函", body_name=case.body.name, to=to, words=words, dated_on=on)


def audit_entrustment(case: Any, *, to: str, party: str, scope: str, report_by: date, on: date) -> Sheet:
    """审计委托书: what the accountants are asked to audit, and by when."""
    words = (
        f"为查明{case.title}一案（{case.number}），依据《劳动保障监察条例》第十五条第一款，现委托你单位对{party}的下列事项进行审计：",
        *_listed(scope), f"请于{chinese_date(report_by)}前出具审计报告。",
    )  # fmt: skip
    return letter(title="审计委托书", body_name=case.body.name, to=to, words=words, dated_on=on)


def assistance_request(case: Any, *, to: str, reason: str, wanted: str, on: date) -> Sheet:
    """协助调查函: why help is needed, and with what."""
    words = (
        f"本机关正在调查{case.title}一案（{case.number}）。{reason}",
        "依据《中华人民共和国行政处罚法》第二十六条、《保障农民工工资支付条例》第四十一条第一款，请协助办理下列事项，并将结果函告本机关：",
        *_listed(wanted),
    )  # fmt: skip
    return letter(title="协助调查函", body_name=case.body.name, to=to, words=words, dated_on=on)


def word_to_complainant(lead: Any, *, title: str, told: str, on: date) -> Sheet:
    """延长、中止、恢复调查告知书: by number, never by name."""
    words = (f"您于{chinese_date(lead.received_on)}投诉{lead.employer_name or '有关用人单位'}的事项正在办理。", told)
    return letter(
        title=title, body_name=lead.body.name, to=f"投诉人（登记号：{lead.number}）", words=words, dated_on=on
    )


def _listed(text: str) -> list[str]:
    lines = [line.strip().rstrip("；;。") for line in text.splitlines() if line.strip()]
    return [f"{place}. {line}；" for place, line in enumerate(lines, start=1)]
