"""教育记录、守法诚信承诺书、劳动保障监察建议书: what goes with a decision not to punish (APL-2021:33.3)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from yangguang.base.press.blocks import SignatureLine, facts, paragraph
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.kinds.penalty.documents.decision import ground_words
from yangguang.cases.models import Case, Party

EDUCATION, PLEDGE, ADVICE = "教育记录", "守法诚信承诺书", "劳动保障监察建议书"
LAW = "APL-2021:33.3"


def education(case: Case, *, content: Mapping[str, Any], parties: Iterable[Party], dated_on: date) -> Sheet:
    """When, by whom and how the party was taught, and on which ground it is not punished."""
    told = content["education"]
    ground, _ = ground_words(content)
    rows: list[Any] = [
        [("案号", case.number), ("案由", case.title)], ("当事人", _names(parties)),
        *([("不予处罚的情形", ground)] if ground else []),
        [("教育日期", frame.chinese_date(date.fromisoformat(told["on"]))), ("教育人员", told["by"])],
        ("教育方式和内容", told["how"]),
    ]  # fmt: skip
    blocks = [
        facts(*rows), paragraph(f"依据{frame.cited([LAW])}的规定，对当事人进行教育。"),
        SignatureLine("当事人"), SignatureLine("教育人员"),
    ]  # fmt: skip
    return frame.form(case, title=EDUCATION, blocks=blocks, dated_on=dated_on)


def pledge(case: Case, *, content: Mapping[str, Any], parties: Iterable[Party], dated_on: date) -> Sheet:
    """What the party pledges, for it to sign: that it put the matter right and keeps the law it broke."""
    law = frame.cited(content["basis"])
    text = [
        f"{case.body.name}：",
        f"{_names(parties)}因{case.title}一案（{case.number}）接受调查，已经知道违法的事实和后果，现承诺：",
        "一、对已经查明的违法行为，已经改正的不再发生；尚未改正的，按照要求改正。",
        f"二、遵守{law}和其他劳动保障法律、法规，依法用工，按时足额支付劳动报酬。",
        "三、如实提供情况和材料，配合劳动保障监察。",
        "四、再次违法的，接受依法处理。",
    ]
    blocks = [*map(paragraph, text), SignatureLine("承诺人（签字、盖章）")]
    return frame.form(case, title=PLEDGE, blocks=blocks, dated_on=dated_on)


def advice(case: Case, *, content: Mapping[str, Any], parties: Iterable[Party], dated_on: date) -> Sheet:
    """What the body suggests, from the facts found and what was asked to be put right."""
    note = str((content.get("rectification") or {}).get("note") or "")
    text = [
        f"本机关对{case.title}一案（{case.number}）依法作出不予行政处罚决定。为帮助你（单位）依法用工，现提出建议：",
        f"一、查明的事实是：{''.join(frame.sentence(fact['text']) for fact in content['facts'])}请对照"
        f"{frame.cited(content['basis'])}自查，防止再次发生。",
        f"二、{frame.sentence(note) if note else '请检查劳动用工管理制度，补上管理上的漏洞。'}",
        "三、请就建议的落实情况与本机关联系。本建议书不增加你（单位）的义务，不是行政处罚。"
        f"联系电话：{case.body.complaint_phone}。",
    ]
    return frame.letter(case, title=ADVICE, to=_names(parties), text=text, dated_on=dated_on)


def _names(parties: Iterable[Party]) -> str:
    return "、".join(party.name for party in parties)
