"""行政处罚事先（听证）告知书."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import Case, Party
from yangguang.cases.rules.circumstances import LENIENCY_WORDS, for_party
from yangguang.cases.rules.severity import in_order, named
from yangguang.kernel.money import in_capitals, in_figures

STATEMENT_LAW = ("APL-2021:44", "APL-2021:45.1")
HEARING_LAW = ("APL-2021:63.1", "APL-2021:64.1.1")


def title(hearing_told: bool) -> str:
    """The name of the paper, with or without the hearing."""
    return "行政处罚事先（听证）告知书" if hearing_told else "行政处罚事先告知书"


def sheet(
    case: Case, *, party: Party, content: Mapping[str, Any], hearing_told: bool, statement_term: str,
    hearing_term: str, dated_on: date,
) -> Sheet:  # fmt: skip
    """What is proposed, on which facts, why, on which basis, and the rights with their terms."""
    you = "你单位" if party.kind == "organisation" else "你"
    text = [
        f"{you}涉嫌{case.title}一案（{case.number}），本机关已经调查终结。依据{frame.cited(STATEMENT_LAW)}的规定，现将拟作出的行政"
        f"处罚及其事实、理由、依据和{you}依法享有的权利告知如下。",
        f"一、违法事实和证据。{_facts(content)}",
        f"二、理由和依据。{frame.sentence(content['reasons'])}依据{frame.cited(content['basis'])}的规定，应当给予行政处罚。"
        f"{discretion_words(content)}",
        f"三、拟作出的行政处罚。{penalty_words(content)}",
        f"四、陈述和申辩的权利。{you}自收到本告知书之日起{statement_term}内，有权向本机关陈述和申辩，可以书面提出，也可以口头"
        "提出；逾期没有提出的，视为没有意见。本机关不因陈述、申辩给予更重的处罚。",
    ]
    if hearing_told:
        text.append(
            f"五、要求听证的权利。依据{frame.cited(HEARING_LAW)}的规定，{you}自收到本告知书之日起{hearing_term}内，有权要求听证；"
            "逾期没有要求的，视为放弃。听证不收费用。"
        )
    if str(content.get("new_facts") or "").strip():
        text.append(f"本次为重新告知。新的事实：{frame.sentence(content['new_facts'])}")
    text.append(f"本机关地址：{case.body.address}；电话：{case.body.complaint_phone}。")
    return frame.letter(case, title=title(hearing_told), to=party.name, text=text, dated_on=dated_on)


def _facts(content: Mapping[str, Any]) -> str:
    rows = list(content["facts"])
    said = [f"{frame.sentence(fact['text'])}证据：{fact['evidence'] or '见案卷'}。" for fact in rows]
    return said[0] if len(said) == 1 else "".join(f"（{n}）{one}" for n, one in enumerate(said, start=1))


def discretion_words(content: Mapping[str, Any]) -> str:
    """The tier and why; what was compared when the law had changed."""
    told: Mapping[str, Any] = content.get("discretion") or {}
    tier, reasons = str(told.get("tier") or "").strip(), frame.sentence(str(told.get("reasons") or ""))
    compared = frame.sentence(str(told.get("comparison") or ""))
    outside = frame.sentence(str(told.get("outside_reason") or ""))
    several = frame.sentence(str(told.get("several_acts") or ""))
    return (
        (f"对照行政处罚裁量基准，本案属于“{tier}”档次：{reasons}" if tier else reasons)
        + circumstance_words(content)
        + (f"超出该档次的理由：{outside}" if outside else "")
        + (f"各项依据针对不同的违法行为：{several}" if several else "")
        + (f"关于新旧规定的适用：{compared}" if compared else "")
    )


def circumstance_words(content: Mapping[str, Any]) -> str:
    """What was found that weighs, each with its evidence and clause, and what follows from it; empty where nothing was."""
    rows = for_party(content.get("circumstances") or (), [party["ref"] for party in content.get("parties") or ()])
    if not rows:
        return ""
    listed = each_with_its_evidence(rows)
    chosen = LENIENCY_WORDS.get(str((content.get("discretion") or {}).get("leniency") or ""), "")
    return f"认定的情节：{listed}{f'综合以上情节，{chosen}处罚。' if chosen else ''}"


def each_with_its_evidence(rows: Iterable[Mapping[str, Any]]) -> str:
    """Circumstances one after the other: how each shows, its evidence, its clause."""
    said = [
        f"{_of_whom(row)}：{frame.sentence(row['text'])}证据：{row['evidence']}；依据：{frame.cited([row['clause']])}。"
        for row in rows
    ]
    return "".join(said) if len(said) == 1 else "".join(f"（{n}）{one}" for n, one in enumerate(said, start=1))


def _of_whom(row: Mapping[str, Any]) -> str:
    return f"{row['name']}（{row['whom']}）" if row["whom"] else str(row["name"])


def penalty_words(content: Mapping[str, Any]) -> str:
    """The penalties in order, from light to heavy, amounts in figures and capitals."""
    said = [_one(kind, content) for kind in in_order(content.get("penalties", ()))]
    if len(said) < 2:
        return f"{''.join(said) or '无'}。"
    return "".join(f"{n}．{one}{'。' if n == len(said) else '；'}" for n, one in enumerate(said, start=1))


def _one(kind: str, content: Mapping[str, Any]) -> str:
    fen = int(content.get("fine_fen" if kind == "fine" else "confiscated_fen") or 0)
    if kind not in {"fine", "confiscation_of_gains"} or not fen:
        return named([kind])
    return f"{named([kind])}人民币{in_figures(fen)}元（大写：{in_capitals(fen)}）"
