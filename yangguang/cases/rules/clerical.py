"""A slip of the pen in a decision may be put right by a notice; what was decided may not (stages-penalty V01)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from enum import StrEnum

SUBSTANCE = "实体内容不能以补正变更。"
DIGITS = re.compile(r"[0-9０-９]+(?:[.,，．][0-9]+)*")
DAY = re.compile(r"(?:\d{4}年)?\d{1,2}月\d{1,2}日|\d{4}年(?:\d{1,2}月)?")
MONEY = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)\s*(万?)元")
TURNS = ("不", "未", "没有", "无", "非")  # words that turn a sentence round


class SlipKind(StrEnum):
    """What kind of slip it is."""

    WORDING = "wording"
    CALCULATION = "calculation"
    DATE = "date"


SLIPS = {SlipKind.WORDING: "文字笔误", SlipKind.CALCULATION: "计算错误", SlipKind.DATE: "日期笔误"}


def slip_fault(kind: str, wrong: str, right: str, *, paper: Iterable[str], decided: Collection[str]) -> str:
    """Why this is no slip, in words; empty when it is one. `paper`: the words of the decision; `decided`: what it decides –
    names, codes, amounts, kinds of penalty – as it stands in them.
    """
    if wrong == right or not wrong.strip() or not right.strip():
        return "补正前后的文字应当不同，且都要写明。"
    if not any(wrong in text for text in paper):
        return f"决定书里没有“{wrong}”。"
    if any(wrong in one or one in wrong or one in right for one in decided if one):
        return SUBSTANCE
    if kind == SlipKind.WORDING and (_numbers(wrong) != _numbers(right) or _turned(wrong) != _turned(right)):
        return SUBSTANCE
    if kind == SlipKind.DATE and (not DAY.search(wrong) or DAY.sub("", wrong) != DAY.sub("", right)):
        return SUBSTANCE
    if kind == SlipKind.CALCULATION and (DIGITS.sub("", wrong) != DIGITS.sub("", right) or _more(wrong, right)):
        return SUBSTANCE
    return ""


def _numbers(text: str) -> list[str]:
    return DIGITS.findall(text)


def _turned(text: str) -> tuple[int, ...]:
    return tuple(text.count(word) for word in TURNS)


def _more(wrong: str, right: str) -> bool:
    """An amount put right to the party's disadvantage."""
    before, after = (MONEY.findall(text) for text in (wrong, right))
    return any(_yuan(a) > _yuan(b) for b, a in zip(before, after, strict=False))


def _yuan(found: tuple[str, str]) -> float:
    return float(found[0].replace(",", "")) * (10_000 if found[1] else 1)
