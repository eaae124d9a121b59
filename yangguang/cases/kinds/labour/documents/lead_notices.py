"""Papers to those who told: accepted, not accepted, shown another way, the outcome. Addressed by number, never by name."""

from __future__ import annotations

from datetime import date
from typing import Any

from yangguang.base.press.plain import chinese_date
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.labour.documents.frame import letter
from yangguang.cases.kinds.labour.remedies import in_words


def _to(lead: Any) -> str:
    return f"投诉人（登记号：{lead.number}）"


def _received(lead: Any) -> str:
    return f"您于{chinese_date(lead.received_on)}投诉{lead.employer_name or '有关用人单位'}的事项收悉。"


def acceptance_notice(lead: Any, *, case_number: str, on: date) -> Sheet:
    """投诉受理通知书."""
    words = (
        f"{_received(lead)}经审查，符合受理条件，依据《关于实施〈劳动保障监察条例〉若干规定》第十八条，本机关于{chinese_date(on)}"
        f"予以受理，并于当日立案查处，案号：{case_number}。",
        f"办理结果将告知您。联系电话：{lead.body.complaint_phone}。",
    )
    return letter(title="投诉受理通知书", body_name=lead.body.name, to=_to(lead), words=words, dated_on=on)


def non_acceptance_notice(lead: Any, *, reason: str, note: str, remedies: dict[str, str], on: date) -> Sheet:
    """投诉不予受理通知书."""
    words = (
        f"{_received(lead)}经审查，{reason}。{note}",
        "依据《关于实施〈劳动保障监察条例〉若干规定》第十八条，本机关决定不予受理。",
        in_words(remedies, "通知"),
    )
    return letter(title="投诉不予受理通知书", body_name=lead.body.name, to=_to(lead), words=words, dated_on=on)


def redirection_notice(lead: Any, *, ground: str, to: str, note: str, on: date) -> Sheet:
    """告知书（其他途径）."""
    words = (f"{_received(lead)}经审查，该事项{ground}。{note}", f"请您向{to}提出。")
    return letter(title="投诉事项告知书", body_name=lead.body.name, to=_to(lead), words=words, dated_on=on)


def outcome_answer(lead: Any, *, answer: str, on: date) -> Sheet:
    """投诉办理结果告知书."""
    return letter(
        title="投诉办理结果告知书", body_name=lead.body.name, to=_to(lead), words=(_received(lead), answer), dated_on=on
    )


def non_opening_approval(lead: Any, *, reason: str, on: date) -> Sheet:
    """不予立案说明 for the file."""
    words = (
        f"{lead.number}反映{lead.employer_name or '有关用人单位'}的线索，登记于{chinese_date(lead.received_on)}。",
        f"经核查，不予立案。理由：{reason}",
    )
    return letter(title="不予立案审批表", body_name=lead.body.name, to="存卷", words=words, dated_on=on)


def transfer_letter(*, subject_line: str, body_name: str, to: str, reason: str, papers: str, on: date) -> Sheet:
    """案件移送函: what is sent, to whom, why, with which papers. Used for leads and for cases."""
    words = (
        f"{subject_line}，经审查不属于本机关管辖。{reason}",
        f"依据《劳动保障监察条例》第十八条第二款，现移送你单位处理，请查收并函复。移送材料：{papers}。",
    )
    return letter(title="案件移送函", body_name=body_name, to=to, words=words, dated_on=on)
