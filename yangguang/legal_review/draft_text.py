"""A draft decision as paragraphs to read: the reviewer sees exactly what was fingerprinted."""

from __future__ import annotations

from typing import Any

from yangguang.cases.api import LENIENCY_WORDS, whom
from yangguang.catalogues.api import PENALTY_KINDS
from yangguang.kernel.money import in_figures
from yangguang.statutes import clause

TITLES = (
    ("facts", "违法事实和证据"), ("basis", "依据"), ("reasons", "理由"), ("altered", "变更"), ("discretion", "裁量"),
    ("circumstances", "认定的情节"), ("penalties", "决定内容"),
    ("operative", "决定内容"), ("rectification", "改正要求"), ("illegal_gains", "违法所得"), ("fulfilment", "履行方式和期限"),
    ("payment", "缴款"), ("remedies", "救济途径"),
)  # fmt: skip
AMOUNTS = (("fine_fen", "罚款"), ("confiscated_fen", "没收违法所得"))
RECTIFICATION = {"ordered": "责令改正", "done": "已经改正", "impossible": "不能改正"}


def paragraphs_of(content: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """Titles with their paragraphs, in the order of the document, amounts among what is decided; what is decided for several
    parties apart is read party by party. Parts the draft lacks are left out.
    """
    shares = content.get("shares") or ()
    told = _told({name: value for name, value in content.items() if not (shares and name in shares[0])})
    for share in shares:
        told += [(f"对{whom(share)}：{title}", lines) for title, lines in _told(share)]
    return told


def _told(content: dict[str, Any]) -> list[tuple[str, list[str]]]:
    told = [(title, [line for line in _lines(key, content) if line]) for key, title in TITLES if content.get(key)]
    return [(title, lines) for title, lines in told if lines]


def _lines(key: str, content: dict[str, Any]) -> list[str]:
    value = content[key]
    if key == "basis":
        cited = [value] if isinstance(value, str) else list(value)
        return ["、".join(dict.fromkeys(clause(c).cite() for c in cited))]
    if key == "penalties":
        amounts = ((label, int(content.get(name) or 0)) for name, label in AMOUNTS)
        named = "、".join(PENALTY_KINDS.get(str(kind), str(kind)) for kind in value)
        return [named, *(f"{label} {in_figures(fen)} 元" for label, fen in amounts if fen)]
    if key == "rectification" and isinstance(value, dict):
        return ["：".join(filter(None, (RECTIFICATION.get(value.get("status", ""), ""), value.get("note", ""))))]
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return ["；".join(LENIENCY_WORDS.get(part, part) for part in value.values() if isinstance(part, str) and part)]
    return [_one(row) for row in value]


def _one(row: Any) -> str:
    if not isinstance(row, dict):
        return str(row)
    text = str(row.get("text") or row.get("label") or row.get("name") or "")
    text = f"{row['name']}：{row['text']}" if row.get("name") and row.get("text") else text
    evidence = row.get("evidence")
    named = "、".join(evidence) if isinstance(evidence, list) else evidence
    return f"{text}（证据：{named}）" if named else text
