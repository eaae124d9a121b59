"""Numbers of cases and documents (案号, 文号): written from a pattern, read back, and found by fragments."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from yangguang.kernel.refusal import Refused

BRACKETS = str.maketrans("[]【】()（）｛｝{}〈〉<>", "〔〕〔〕〔〕〔〕〔〕〔〕〔〕〔〕")
LOOSE = re.compile(r"[〔〕\s\-—_·.,，。、/]|第|号")
FIELD = re.compile(r"\{(\w+)(?::(\d+))?\}")


@dataclass(frozen=True)
class NumberPattern:
    """A body's pattern such as 示人社监案〔{year}〕{n}号; `{n:3}` pads with zeros."""

    pattern: str

    def __post_init__(self) -> None:
        names = [found[1] for found in FIELD.finditer(self.pattern)]
        bare = FIELD.sub("", self.pattern)
        if sorted(names) != ["n", "year"] or "{" in bare or "}" in bare:
            raise Refused(
                f"编号格式“{self.pattern}”应当有一个 {{year}} 和一个 {{n}}。",
                remedy="例如：示人社监案〔{year}〕{n}号。",
            )

    def render(self, year: int, n: int) -> str:
        """The number of this year and place in the series."""
        if n < 1:
            raise ValueError("a series starts at 1")
        values = {"year": year, "n": n}
        return FIELD.sub(lambda found: f"{values[found[1]]:0{int(found[2] or 1)}d}", self.pattern)

    def parse(self, text: str) -> tuple[int, int] | None:
        """Year and place read from a number of this pattern, whatever its brackets; None for another pattern."""
        wanted, reached = "", 0
        for found in FIELD.finditer(_brackets(self.pattern, keep_fields=True)):
            wanted += re.escape(_brackets(self.pattern[reached : found.start()]))
            wanted += rf"(?P<{found[1]}>\d{{4}})" if found[1] == "year" else rf"(?P<{found[1]}>\d+)"
            reached = found.end()
        wanted += re.escape(_brackets(self.pattern[reached:]))
        match = re.fullmatch(wanted, _brackets(re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))))
        return (int(match["year"]), int(match["n"])) if match else None


def search_form(text: str) -> str:
    """A number reduced to what people remember: no brackets, no 第 and 号, half-width, capitals, no leading zeros."""
    folded = unicodedata.normalize("NFKC", text).translate(BRACKETS).upper()
    parts = (part for part in LOOSE.split(folded) if part)
    return "".join((part.lstrip("0") or "0") if part.isdigit() else part for part in parts)


def matches(fragment: str, number: str) -> bool:
    """Does what was typed belong to this number, with or without brackets and 第?"""
    wanted = search_form(fragment)
    return bool(wanted) and wanted in search_form(number)


def _brackets(text: str, *, keep_fields: bool = False) -> str:
    if not keep_fields:
        return text.translate(BRACKETS)
    return "".join(sign if sign in "{}" else sign.translate(BRACKETS) for sign in text)
