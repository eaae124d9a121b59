"""What a number is, judged by its check digit, its segment or its area code, and by the words before it.

A number that passes its check is hidden wherever it stands; one that only has the length is hidden when the words before it
say what it is. What must be read – 文号, amounts, dates, an organisation's credit code – is no number to hide.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from datetime import date

from stdnum import luhn

from yangguang.disclosure.rules.names import DOTS
from yangguang.disclosure.rules.number_words import CARD, ID, OTHER, PAPER, PHONE, SUM, counts_something, told_before
from yangguang.kernel.credit_codes import is_credit_code
from yangguang.kernel.person_ids import PROVINCES, is_person_id

PERSON_ID, TELEPHONE, ACCOUNT, TOO_MANY = "证件号码", "电话号码", "银行账号", "号码"
BY_WORDS = "前面写明"
MOST_JUDGED = 20_000  # readings of one text; what is left over in a text made to be endless is hidden unread
BETWEEN = rf"[ .{DOTS}()\u2010-\u2015-]{{0,2}}"  # what people put between the digits of one number
RUN = re.compile(rf"\d(?:{BETWEEN}\d)*+")
ONE_BY_ONE = re.compile(r"(?<![\d,])\d(?:,\d)*+(?![\d])")
WRITTEN_DAY = re.compile(r"(?:19|20)\d\d([.-])\d{1,2}\1\d{1,2}(?!\d)")
GROUP = re.compile(r"\d+")
SHORTEST, LONGEST = 7, 30
CHECK_X = re.compile(rf"{BETWEEN}x(?![0-9a-z])")
SEGMENTS = frozenset(
    f"1{second}{third}"
    for second, thirds in (("3", "0123456789"), ("4", "56789"), ("5", "012356789"), ("6", "2567"), ("7", "012345678"),
                           ("8", "0123456789"), ("9", "012356789"))
    for third in thirds
)  # fmt: skip
SHORT_AREAS = frozenset({"010", *(f"02{n}" for n in "012345789")})
LONG_AREA = re.compile(r"0[3-9]\d\d")
HOTLINES = ("400", "800")
DAYS = ("1949", "2100")
# Issuers by the first digits, with the lengths their numbers have.
ISSUERS: tuple[tuple[re.Pattern[str], range], ...] = tuple(
    (re.compile(first), lengths)
    for first, lengths in (
        (r"6[02]|685|690|69[1-9]", range(16, 20)), (r"9558|95599|9[01]\d{2}", range(16, 20)), (r"4", range(16, 17)),
        (r"5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)", range(16, 17)), (r"35", range(16, 17)), (r"3[47]", range(15, 16)),
        (r"3[0689]", range(14, 15)),
    )
)  # fmt: skip
UNION_PAY = "62"
FIRST_DIGITS = {
    10: "0",
    11: "01",
    12: "0",
    13: "8",
    14: "3",
    15: "012345678",
    16: "234569",
    17: "69",
    18: "123456789",
    19: "69",
}


@dataclass(frozen=True)
class Judgement:
    """What a number is, why, and whether a check of its own – digit, segment, area code – says so and not only the words."""

    kind: str
    how: str
    checked: bool = False


@dataclass(frozen=True)
class FoundNumber:
    """One number to hide: its place in the text that was read, and what it was judged to be."""

    start: int
    end: int
    judgement: Judgement


def numbers_in(read: str, words: str) -> Iterator[FoundNumber]:
    """Every number to hide. `words` is the same text with its numerals as written, place for place."""
    left = MOST_JUDGED
    for shape in (RUN, ONE_BY_ONE):
        for run in shape.finditer(read):
            if run.end() - run.start() < SHORTEST:
                continue
            if left <= 0:
                yield FoundNumber(run.start(), run.end(), Judgement(TOO_MANY, "数字太多，没有逐个判断"))
                continue
            left -= yield from _in_run(read, words, run)


def judged(number: str, told: str = "", *, amount: bool = False) -> Judgement | None:
    """What a number (digits, the last may be x) is, given what the words before it say; None when it may be read."""
    plain = number.lower()
    if len(plain) == 18 and (found := _person_id(plain, told)):
        return found
    if "x" in plain:
        return Judgement(PERSON_ID, f"{BY_WORDS}是证件号码") if told in (ID, PAPER) else None
    if told in (OTHER, SUM, "") and _is_time(plain):
        return None
    by_itself = None if told == OTHER or amount and told in ("", SUM) else _by_check(plain, told)
    worded = None if amount and told == PHONE else _by_words(plain, told)
    return by_itself if by_itself and by_itself.checked or not worded else worded


def _in_run(read: str, words: str, run: re.Match[str]) -> Generator[FoundNumber, None, int]:
    groups = [(found.start(), found.end()) for found in GROUP.finditer(read, run.start(), run.end())]
    tail = CHECK_X.match(read, run.end())
    cut = tail is None and read[run.end() : run.end() + 1].isascii() and read[run.end() : run.end() + 1].isalpha()
    starts_cut = run.start() > 0 and read[run.start() - 1].isascii() and read[run.start() - 1].isalpha()
    first = 1 if starts_cut else 0
    last = len(groups) - (1 if cut else 0)
    at, read_so_far = first, 0
    while at < last and read_so_far < MOST_JUDGED:
        found, readings = _longest(read, words, groups, at, last, tail)
        read_so_far += readings
        day = None if found and found.judgement.checked else WRITTEN_DAY.match(read, groups[at][0])
        reached = day.end() if day else found.end if found else groups[at][1]
        if found and not day:
            yield found
        while at < last and groups[at][0] < reached:
            at += 1
    if at < last:
        yield FoundNumber(groups[at][0], run.end(), Judgement(TOO_MANY, "数字太多，没有逐个判断"))
    return read_so_far


def _longest(
    read: str, words: str, groups: list[tuple[int, int]], at: int, last: int, tail: re.Match[str] | None
) -> tuple[FoundNumber | None, int]:
    """The longest number to hide that begins with a group, and how many readings were judged for it.

    138 0013 8000 is one number, 13800138000 13900139000 are two.
    """
    start, digits, candidates = groups[at][0], "", []
    for place in range(at, last):
        digits += read[groups[place][0] : groups[place][1]]
        if len(digits) > LONGEST:
            break
        if tail is not None and place == len(groups) - 1 and len(digits) == 17:
            candidates.append((f"{digits}x", tail.end()))
        if len(digits) >= SHORTEST:
            candidates.append((digits, groups[place][1]))
    told = told_before(words, start) if candidates else ""
    if told == OTHER and read[start - 1] == "-" and _is_mobile(read[start : groups[at][1]]):
        told = ""  # a telephone tied to a number is one all the same
    if told in ("", OTHER, SUM):
        candidates = [one for one in candidates if _may_be(one[0])]
    best = None
    for number, end in candidates:
        found = judged(number, told, amount=counts_something(words, end))
        if found and (best is None or found.checked or not best.judgement.checked):
            best = FoundNumber(_with_sign(read, start), end, found)
    return best, len(candidates)


def _may_be(number: str) -> bool:
    """Whether length and first digit leave anything that a number can be without words before it."""
    return number[0] in FIRST_DIGITS.get(len(number), "")


def _with_sign(read: str, start: int) -> int:
    return start - 1 if start and read[start - 1] in "+(" else start


def _person_id(number: str, told: str) -> Judgement | None:
    if is_person_id(number):
        return Judgement(PERSON_ID, "号码，校验位正确", checked=True)
    if is_credit_code(number) or told == OTHER:
        return None
    if told in (ID, PAPER) or (told != CARD and number[:2] in PROVINCES and _is_birth(number[6:14])):
        return Judgement(PERSON_ID, "像证件号码，校验位不符")
    return None


def _by_check(number: str, told: str) -> Judgement | None:
    if _is_mobile(_without_country(number)) and told != CARD:
        return Judgement(TELEPHONE, "号码，号段正确", checked=True)
    if _is_land_line(number) and told != CARD:
        return Judgement(TELEPHONE, "号码，区号正确", checked=True)
    if len(number) == 15 and number[:2] in PROVINCES and _is_birth(f"19{number[6:12]}") and told != CARD:
        return Judgement(PERSON_ID, "旧号码，出生日期正确", checked=True)
    issued = any(len(number) in lengths and first.match(number) for first, lengths in ISSUERS)
    if issued and luhn.is_valid(number):
        return Judgement(ACCOUNT, "号码，校验位正确", checked=True)
    if issued and number.startswith(UNION_PAY):
        return Judgement(ACCOUNT, "像银行卡号，校验位不符")
    return None


def _by_words(number: str, told: str) -> Judgement | None:
    if told == CARD and 9 <= len(number) <= LONGEST:
        return Judgement(ACCOUNT, f"{BY_WORDS}是账号")
    if told == PHONE and len(number) <= 15 and not number.startswith(HOTLINES):
        return Judgement(TELEPHONE, f"{BY_WORDS}是电话")
    if told in (ID, PAPER) and len(number) <= 20:
        return Judgement(PERSON_ID, f"{BY_WORDS}是证件号码")
    return None


def _without_country(number: str) -> str:
    for country in ("0086", "86"):
        if number.startswith(country) and len(number) == len(country) + 11:
            return number[len(country) :]
    return number


def _is_mobile(number: str) -> bool:
    return len(number) == 11 and number[:3] in SEGMENTS


def _is_land_line(number: str) -> bool:
    for area in (3, 4):
        code, rest = number[:area], number[area:]
        known = code in SHORT_AREAS if area == 3 else LONG_AREA.fullmatch(code) is not None
        if known and len(rest) in (7, 8) and rest[0] in "23456789":
            return True
    return False


def _is_time(number: str) -> bool:
    """A day, a day with hours, or two days: 20261110, 202611100930, 20250301–20260228."""
    if len(number) == 16 and _is_day(number[:8]) and _is_day(number[8:]):
        return True
    return len(number) in (8, 10, 12, 14) and _is_day(number[:8])


def _is_day(digits: str) -> bool:
    return DAYS[0] <= digits[:4] <= DAYS[1] and _is_birth(digits)


def _is_birth(digits: str) -> bool:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8])).year >= 1880
    except ValueError:
        return False
