"""行政处罚决定书、不予行政处罚决定书."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yangguang.base.press.blocks import Block
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.kinds.penalty.documents.prior_notice import penalty_words
from yangguang.cases.models import Case

TITLES = {
    "penalty": "行政处罚决定书",
    "no_penalty": "不予行政处罚决定书",
    "violation_not_established": "不予行政处罚决定书（违法事实不成立）",
}


def sheet(case: Case, *, kind: str, content: Mapping[str, Any], dated_on: date) -> Sheet:
    """Parties, facts and evidence, notice and answer, law and discretion, decision, payment, remedies, publication."""
    text: list[str | Block] = [frame.party_facts(case.parties.order_by("position", "pk"))]
    text += [f"经查，{fact['text']}以上事实有{fact['evidence']}证明。" for fact in content["facts"]]
    text += [part for name in ("response", "reasons") if (part := str(content.get(name) or "").strip())]
    if kind == "penalty":
        text += _penalty(content)
    else:
        text.append(
            f"本机关决定：{TITLES[kind].removesuffix('决定书')}。"
            if kind == "no_penalty"
            else "本机关认定违法事实不成立，决定不予行政处罚。"
        )
    text.append(_remedies(content["remedies"]))
    text.append("本决定依法应当公开的，将在行政执法公示平台公开。")
    to = "、".join(party["name"] for party in content["parties"])
    return frame.letter(case, title=TITLES[kind], to=to, text=text, dated_on=dated_on)


def _penalty(content: Mapping[str, Any]) -> list[str]:
    parts = [
        f"本机关认为，上述行为违反并应当适用{frame.cited(content['basis'])}。裁量：{content['discretion']['tier']}。"
        f"{content['discretion']['reasons']}",
        f"违法所得：{content['illegal_gains']['note'].rstrip('。')}。",
        f"本机关决定给予以下处罚：{penalty_words(content)}",
        f"改正要求：{content['rectification']['note']}",
        f"履行方式和期限：{content['fulfilment']}",
    ]
    payment = content.get("payment") or {}
    if content.get("fine_fen"):
        added = "逾期不缴纳的，依法加处罚款。" if payment["additional_fine"] else "逾期不加处罚款。"
        parts.append(f"罚款缴至{payment['agent']}，期限：{payment['term']}。{added}")
    return parts


def _remedies(remedies: Mapping[str, str]) -> str:
    return (
        f"不服本决定的，可以自收到决定书之日起{remedies['reconsideration_term']}内向"
        f"{remedies['reconsideration_body']}申请行政复议，也可以自收到决定书之日起"
        f"{remedies['litigation_term']}内向{remedies['court']}提起行政诉讼。"
    )
