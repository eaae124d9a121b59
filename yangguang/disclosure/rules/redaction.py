"""Redaction: what of a text the public may not read, how each place was found, and the text with it hidden.

Known names and well-formed numbers are certain and hidden by themselves; names that only look like names are questions
for a person, and nothing guessed is published unseen (APL-2021:50).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from yangguang.disclosure.rules.names import GIVEN, SURNAMES, masked_name
from yangguang.kernel.person_ids import is_person_id


@dataclass(frozen=True)
class Known:
    """Something of the case that is known to be private: a natural person's name, or a text such as an address."""

    text: str
    kind: str = "自然人姓名"


@dataclass(frozen=True)
class Span:
    """One place to hide: where, what kind of thing, how it was found, and whether that is certain."""

    start: int
    end: int
    kind: str
    original: str
    shown: str
    how: str
    certain: bool


BORN = r"\d{4}年\d{1,2}月\d{1,2}日(?=出?生)|(?<=出生日期[：:])\s*\d{4}[-年/]\d{1,2}[-月/]\d{1,2}日?"
PATTERNS: tuple[tuple[str, re.Pattern[str], str], ...] = (
    ("证件号码", re.compile(r"(?<![0-9A-Za-z])[1-9]\d{16}[0-9Xx](?![0-9A-Za-z])"), "号码"),
    ("银行账号", re.compile(r"(?<![0-9A-Za-z])\d{4}(?:[ -]?\d{4}){2,3}(?:[ -]?\d{1,3})?(?![0-9A-Za-z])"), "号码"),
    ("电话号码", re.compile(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)"), "号码"),
    ("电话号码", re.compile(r"(?<![\d-])0\d{2,3}-\d{7,8}(?!\d)"), "号码"),
    ("电子邮箱", re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "样式"),
    ("车牌号码", re.compile(
        r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z0-9]{5,6}(?![A-Z0-9])"), "样式"),
    ("出生日期", re.compile(BORN), "样式"),
)  # fmt: skip
ROLE_WORDS = (
    "劳动者|工人|员工|职工|投诉人|举报人|证人|被询问人|代理人|班组长|包工头|负责人|法定代表人|委托代理人|当事人"
)
GUESS = re.compile(f"(?:{ROLE_WORDS})[：:“]?(?P<name>(?:{SURNAMES}){GIVEN})")


def find(text: str, known: Iterable[Known] = ()) -> list[Span]:
    """Every place to hide, in order, without overlaps; a certain place wins over a guess, a longer one over a shorter."""
    spans = [*_known(text, known), *_numbers(text)]
    taken = _without_overlaps(spans)
    guesses = [guess for guess in _guesses(text) if not _meets(guess, taken)]
    return sorted([*taken, *guesses], key=lambda span: span.start)


def hide(text: str, spans: Iterable[Span]) -> str:
    """The text with each place replaced by what is shown instead."""
    shown, reached = [], 0
    for span in sorted(spans, key=lambda s: s.start):
        shown += [text[reached : span.start], span.shown]
        reached = span.end
    return "".join([*shown, text[reached:]])


def certain(spans: Iterable[Span]) -> list[Span]:
    """The places hidden without asking."""
    return [span for span in spans if span.certain]


def decided(spans: Iterable[Span], private: frozenset[str]) -> list[Span]:
    """The places to hide after a person has answered the questions: certain ones, and guesses judged private."""
    return [replace(s, certain=True) for s in spans if s.certain or s.original in private]


def _known(text: str, known: Iterable[Known]) -> Iterable[Span]:
    for one in sorted({k for k in known if k.text.strip()}, key=lambda k: -len(k.text)):
        shown = masked_name(one.text) if one.kind == "自然人姓名" else f"〔已隐去：{one.kind}〕"
        for match in re.finditer(re.escape(one.text), text):
            yield Span(match.start(), match.end(), one.kind, one.text, shown, "本案已知", True)


def _numbers(text: str) -> Iterable[Span]:
    for kind, pattern, how in PATTERNS:
        for match in pattern.finditer(text):
            found = match.group()
            named = "疑似证件号码" if kind == "证件号码" and not is_person_id(found) else kind
            yield Span(match.start(), match.end(), named, found, f"〔已隐去：{kind}〕", how, True)


def _guesses(text: str) -> Iterable[Span]:
    for match in GUESS.finditer(text):
        name = match.group("name")
        yield Span(match.start("name"), match.end("name"), "自然人姓名", name, masked_name(name), "像是姓名", False)


def _without_overlaps(spans: Iterable[Span]) -> list[Span]:
    taken: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start - s.end, s.start)):
        if not _meets(span, taken):
            taken.append(span)
    return taken


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)
