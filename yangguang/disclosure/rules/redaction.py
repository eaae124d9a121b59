"""Redaction: what of a text the public may not read, how each place was found, and the text with it hidden.

Known names and well-formed numbers are certain and hidden by themselves; names that only look like names are questions
for a person, and nothing guessed is published unseen (APL-2021:50).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from yangguang.disclosure.rules.folding import Folded, counted, folded, key_of, occurrences, together
from yangguang.disclosure.rules.names import DOTS, GIVEN, HAN, NO_NAMES, SURNAMES, masked_name
from yangguang.kernel.person_ids import is_person_id

NAME = "自然人姓名"
SHORTEST = 2  # a single sign is no name: hiding it would hide it everywhere
ROUNDS = 4


@dataclass(frozen=True)
class Known:
    """Something of the case that is known to be private: a natural person's name, or a text such as an address."""

    text: str
    kind: str = NAME


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


DAY = r"\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}日?"
APART = rf"[ .,{DOTS}-]"  # between the digits of a number that is written one by one
GAP = rf"[ .{DOTS}-]?"  # what people put between the groups of a number
PATTERNS: tuple[tuple[str, re.Pattern[str], str], ...] = tuple(
    (kind, re.compile(pattern), how)
    for kind, pattern, how in (
        ("证件号码", rf"(?<![0-9a-z])[1-9]\d{{5}}{GAP}\d{{4}}{GAP}\d{{4}}{GAP}\d{{3}}[0-9x](?![0-9a-z])", "号码"),
        ("证件号码", r"(?<![0-9a-z])[a-z]{1,2}\d{7,9}(?![0-9a-z])", "号码"),
        ("电话号码", rf"(?<!\d)(?:\+?86{GAP})?1[3-9]\d(?:{GAP}\d{{4}}){{2}}(?!\d)", "号码"),
        ("电话号码", r"(?<![\d-])\(?0\d{2,3}\)?[- ]?\d{7,8}(?!\d)", "号码"),
        ("银行账号", rf"(?<![0-9a-z])\d{{4}}(?:{GAP}\d{{4}}){{2,3}}(?:{GAP}\d{{1,3}})?(?![0-9a-z])", "号码"),
        ("电话号码", rf"(?<!\d)1{APART}[3-9](?:{APART}\d){{9}}(?!{APART}?\d)", "号码"),
        ("社交账号", r"(?:微信|wechat|weixin|薇信|威信|v信|加v|加微|(?<![a-z])[vw]x)(?:号码?|id|联系)?[\s:是为]{0,3}"
                     r"(?P<hidden>[a-z0-9][a-z0-9_-]{5,19})", "样式"),
        ("社交账号", r"(?P<hidden>(?<![a-z0-9])wxid_[a-z0-9]{4,})", "样式"),
        ("社交账号", r"(?:(?<![a-z])qq|扣扣|企鹅)(?:号码?|群)?[\s:是为]{0,3}(?P<hidden>[1-9]\d{4,11})(?!\d)", "样式"),
        ("电子邮箱", r"(?<![a-z0-9._+-])[a-z0-9._+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+", "样式"),
        ("车牌号码", r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][a-z][·. ]?[a-z0-9]{5,6}"
                     r"(?![a-z0-9])", "样式"),
        ("出生日期", rf"{DAY}(?=出?生)", "样式"),
        ("出生日期", rf"(?<=[生期月][：:于])\s*{DAY}|(?<=出生){DAY}", "样式"),
        ("住址", r"(?<=住址[：:为])[^〔，。；,;、\n]{4,60}|(?<=现住)[：:]?[^〔，。；,;、\n]{4,60}"
                 r"|(?<=户籍所在地[：:为])[^〔，。；,;、\n]{4,60}", "样式"),
    )
)  # fmt: skip
IN_NUMERALS = frozenset({"证件号码", "电话号码", "银行账号", "社交账号"})
ROLE_WORDS = (
    "劳动者|农民工|工人|员工|职工|投诉人|举报人|申请人|证人|被询问人|代理人|班组长|包工头|负责人|法定代表人|法人代表|当事人|"
    "经营者|业主|主管|经理|店长|会计|出纳|组长|队长|工头|司机|同事|配偶|妻子|丈夫|家属|代表|联系人|见证人"
)
ONE_NAME = rf"(?:{SURNAMES}){GIVEN}|{HAN}{{2,6}}[{DOTS}]{HAN}{{2,8}}"
LISTED = re.compile(f'(?:{ROLE_WORDS})[：:“”"\\s]*(?P<names>(?:{ONE_NAME})(?:[、和与及](?:{ONE_NAME}))*)')
DESCRIBED = re.compile(f"(?P<names>{ONE_NAME})(?=[，,（(]\\s*(?:男|女|身份证|公民身份))")
SINGLE_NAME = re.compile(ONE_NAME)


def find(text: str, known: Iterable[Known] = ()) -> list[Span]:
    """Every place to hide, in order, without overlaps; a certain place wins over a guess, a longer one over a shorter."""
    plain = folded(text)
    taken = _without_overlaps([*_known(text, known), *_numbers(text, plain)])
    guesses = [guess for guess in _without_overlaps(_guesses(text, plain)) if not _meets(guess, taken)]
    spans = (replace(span, original=text[span.start : span.end]) for span in (*taken, *guesses))
    return sorted(spans, key=lambda span: span.start)


def hide(text: str, spans: Iterable[Span]) -> str:
    """The text with each place replaced by what is shown instead."""
    shown, reached = [], 0
    for span in sorted(spans, key=lambda s: s.start):
        shown += [text[reached : span.start], span.shown]
        reached = span.end
    return "".join([*shown, text[reached:]])


def redacted(text: str, known: Iterable[Known] = (), private: frozenset[str] = frozenset()) -> str:
    """The text as the public reads it: certain places hidden, and the guesses a person judged private.

    Hiding is repeated until nothing known is left, so that what hostile text hides inside itself does not reappear.
    """
    everything = [*known, *(Known(name) for name in private)]
    for _ in range(ROUNDS):
        spans = [span for span in find(text, everything) if span.certain]
        if not spans:
            break
        text = hide(text, spans)
    return text


def questions(text: str, known: Iterable[Known] = ()) -> list[Span]:
    """The places that only look private: a person decides."""
    return [span for span in find(text, known) if not span.certain]


def _known(text: str, known: Iterable[Known]) -> Iterable[Span]:
    squeezed = folded(text, squeezed=True)
    for one in {k for k in known if len(key_of(k.text)) >= SHORTEST}:
        shown = masked_name(one.text) if one.kind == NAME else _hidden(one.kind)
        for start, end in occurrences(squeezed, one.text):
            yield Span(start, end, one.kind, text[start:end], shown, "本案已知", True)


def _numbers(text: str, plain: Folded) -> Iterable[Span]:
    read_as_digits = counted(plain)
    for kind, pattern, how in PATTERNS:
        for match in pattern.finditer(read_as_digits.text if kind in IN_NUMERALS else plain.text):
            hidden = "hidden" if "hidden" in pattern.groupindex else 0
            if match.start(hidden) == match.end(hidden):
                continue
            start, end = plain.span(match.start(hidden), match.end(hidden))
            found = text[start:end]
            told = "号码，校验位正确" if kind == "证件号码" and is_person_id(match.group()) else how
            yield Span(start, end, kind, found, _hidden(kind), told, True)


def _guesses(text: str, plain: Folded) -> Iterable[Span]:
    guessed: dict[str, str] = {}
    for read in (plain.text, together(plain).text):
        for pattern, how in ((LISTED, "身份后面像是姓名"), (DESCRIBED, "像是姓名")):
            for match in pattern.finditer(read):
                for one in SINGLE_NAME.finditer(match.group("names")):
                    if not one.group().startswith(NO_NAMES):
                        guessed.setdefault(one.group(), how)
    squeezed = folded(text, squeezed=True)
    for name, how in guessed.items():
        for start, end in occurrences(squeezed, name):
            yield Span(start, end, NAME, text[start:end], masked_name(name), how, False)


def _hidden(kind: str) -> str:
    return f"〔已隐去：{kind}〕"


def _without_overlaps(spans: Iterable[Span]) -> list[Span]:
    taken: list[Span] = []
    for span in sorted(dict.fromkeys(spans), key=lambda s: (s.start - s.end, s.start)):
        if not _meets(span, taken):
            taken.append(span)
        elif span.certain:
            taken = _joined(span, taken)
    return taken


def _joined(span: Span, taken: list[Span]) -> list[Span]:
    """Let the longer place grow over a shorter one that sticks out of it, so that no rest of it stays readable."""
    grown = []
    for one in taken:
        if one.start < span.end and span.start < one.end and (span.start < one.start or span.end > one.end):
            one = replace(one, start=min(one.start, span.start), end=max(one.end, span.end))
        grown.append(one)
    result: list[Span] = []
    for one in sorted(grown, key=lambda s: (s.start, -s.end)):
        if result and one.start < result[-1].end:
            result[-1] = replace(result[-1], end=max(result[-1].end, one.end))
        else:
            result.append(one)
    return result


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)
