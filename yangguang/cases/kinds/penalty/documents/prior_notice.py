"""行政处罚事先（听证）告知书."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import Case, Party
from yangguang.cases.rules.severity import named
from yangguang.kernel.money import in_capitals, in_figures


def title(hearing_told: bool) -> str:
    """The name of the paper, with or without the hearing."""
    return "行政处罚事先（听证）告知书" if hearing_told else "行政处罚事先告知书"


def sheet(
    case: Case, *, party: Party, content: Mapping[str, Any], hearing_told: bool, statement_term: str,
    hearing_term: str, dated_on: date,
) -> Sheet:  # fmt: skip
    """What is proposed, on which facts, why, on which basis, and the rights with their terms."""
    facts = "".join(f"（{n}）{fact['text']}" for n, fact in enumerate(content["facts"], start=1))
    text = [
        f"你（单位）涉嫌{case.title}一案，本机关已经调查终结。现将拟作出的行政处罚及其事实、理由、依据和你（单位）的权利告知如下。",
        f"一、违法事实：{facts}",
        f"二、理由和依据：{content['reasons']}上述行为违反并应当适用{frame.cited(content['basis'])}。",
        f"三、拟作出的处罚：{penalty_words(content)}",
        f"四、你（单位）自收到本告知书之日起{statement_term}内，有权向本机关陈述和申辩。本机关不因陈述、申辩给予更重的处罚。",
    ]
    if hearing_told:
        text.append(f"五、你（单位）自收到本告知书之日起{hearing_term}内，有权要求听证。听证不收费用。")
    if str(content.get("new_facts") or "").strip():
        text.append(f"本次为重新告知，新的事实：{content['new_facts']}")
    text.append(f"本机关地址：{case.body.address}。电话：{case.body.complaint_phone}。")
    return frame.letter(case, title=title(hearing_told), to=party.name, text=text, dated_on=dated_on)


def penalty_words(content: Mapping[str, Any]) -> str:
    """The penalties in words, with the amount in figures and capitals."""
    words = named(content.get("penalties", ())) or "无"
    fine = int(content.get("fine_fen") or 0)
    return f"{words}{f'（罚款人民币 {in_figures(fine)} 元，大写{in_capitals(fine)}）' if fine else ''}。"
