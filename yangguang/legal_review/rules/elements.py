"""The ten elements every review answers one by one (L07), and the statutory grounds for a return."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Answer(StrEnum):
    """What the reviewer finds about one element."""

    CONFORMS = "conforms"
    PROBLEM = "problem"


ANSWER_LABELS = {Answer.CONFORMS: "符合", Answer.PROBLEM: "有问题"}


@dataclass(frozen=True)
class Element:
    """One element of the checklist (审核要素)."""

    code: str
    label: str
    question: str


ELEMENTS = (
    Element("body", "执法主体", "执法主体是否合法，委托是否在期限和事项内"),
    Element("officers", "人员资格", "执法人员是否两名以上、证件当日有效"),
    Element("facts", "主要事实", "主要事实是否清楚"),
    Element("evidence", "证据", "证据是否合法、确凿、充分"),
    Element("law", "适用法律", "适用法律、法规、规章是否准确"),
    Element("discretion", "裁量", "裁量基准适用是否适当，理由是否写明"),
    Element("procedure", "程序", "程序是否合法，权利是否告知和保障"),
    Element("powers", "职权", "有无超越职权、滥用职权"),
    Element("documents", "文书", "文书是否规范、齐备"),
    Element("crime", "移送", "是否涉嫌犯罪需要移送"),
)
BY_CODE = {element.code: element for element in ELEMENTS}

RETURN_GROUNDS = {
    "body_or_officers": "主体或者人员资格不合法",
    "facts_or_evidence": "事实不清、证据不足",
    "law": "适用法律错误",
    "procedure": "程序违法",
    "discretion": "明显不当",
    "powers": "超越权限",
    "documents": "文书不规范",
}


def unanswered(answers: dict[str, str]) -> list[str]:
    """Labels of the elements without an answer."""
    return [element.label for element in ELEMENTS if element.code not in answers]


def problems(answers: dict[str, str]) -> list[str]:
    """Labels of the elements found wanting."""
    return [e.label for e in ELEMENTS if answers.get(e.code) == Answer.PROBLEM]


def next_open(answered: Iterable[str], code: str) -> str:
    """Where the reviewer goes on: the first element without an answer, or the one just answered when none is left."""
    known = set(answered)
    return next((element.code for element in ELEMENTS if element.code not in known), code)
