"""Which names look alike: offered to whoever types, never taken for the same without being asked."""

from __future__ import annotations

import re

from yangguang.kernel.written_text import folded

FORMS = re.compile(r"(股份有限公司|有限责任公司|有限公司|集团公司|总公司|分公司|公司|集团)")
SIGNS = re.compile(r"[()（）\[\]〔〕《》·,，.。、\"'“”‘’\-—]")
ENOUGH = 0.7
SHORTEST = 2


def core(name: str) -> str:
    """A name without its legal form, brackets and blanks: what people remember of it."""
    plain = SIGNS.sub("", folded(name))
    return FORMS.sub("", plain) or plain


def likeness(one: str, other: str) -> float:
    """How much two names share, from 0 to 1: pairs of neighbouring characters (Dice); 1 when one holds the other."""
    first, second = core(one), core(other)
    if min(len(first), len(second)) < SHORTEST:
        return float(first == second and bool(first))
    if first in second or second in first:
        return 1.0
    pairs, others = _pairs(first), _pairs(second)
    return 2 * len(pairs & others) / (len(pairs) + len(others))


def looks_alike(one: str, other: str) -> bool:
    """Whether somebody should look twice."""
    return likeness(one, other) >= ENOUGH


def pieces(name: str, most: int = 24) -> list[str]:
    """Pairs of characters that a name which looks alike is likely to hold: for asking the database."""
    plain = core(name)
    return sorted(_pairs(plain))[:most] if len(plain) > 1 else [plain] if plain else []


def _pairs(text: str) -> set[str]:
    return {text[n : n + 2] for n in range(len(text) - 1)}
