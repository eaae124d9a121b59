"""Identity numbers of citizens, of Hong Kong, Macao and Taiwan residents (81, 82, 83), of permanent foreigners (9)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from yangguang.kernel.refusal import Refused

LENGTH = 18
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECKS = "10X98765432"
PROVINCE_CODES = ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (71, 71), (81, 83))
PROVINCES = frozenset(str(code) for first, last in PROVINCE_CODES for code in range(first, last + 1))
PERMITS = {"81": "港澳台居民居住证（香港）", "82": "港澳台居民居住证（澳门）", "83": "港澳台居民居住证（台湾）"}
FOREIGN = "9"
EARLIEST = date(1880, 1, 1)


@dataclass(frozen=True)
class PersonId:
    """A number that passed its check, and what it says about its bearer."""

    number: str
    born_on: date
    is_female: bool
    kind: str

    @property
    def masked(self) -> str:
        """The number with the birth date hidden."""
        return f"{self.number[:6]}{'*' * 8}{self.number[-4:]}"


def parse_person_id(text: str, today: date | None = None, field: str | None = None) -> PersonId:
    """Read an identity number; `today` refuses births in the future. A refusal names the likely slip."""
    number = re.sub(r"[\s\-·]+", "", unicodedata.normalize("NFKC", text)).upper().replace("×", "X")
    _shape(number, field)
    province = number[1:3] if number.startswith(FOREIGN) else number[:2]
    if province not in PROVINCES:
        raise Refused(f"身份证号码中的 {province} 不是省级行政区划码，请核对证件。", field=field)
    born_on = _birth_date(number[6:14], today, field)
    right = check_character(number)
    if right != number[-1]:
        raise Refused(f"身份证号码最后一位应为 {right}，请核对证件。", field=field)
    return PersonId(number, born_on, int(number[16]) % 2 == 0, _kind(number))


def is_person_id(text: str) -> bool:
    """Is this a number whose birth date and check character are right?"""
    try:
        parse_person_id(text)
    except Refused:
        return False
    return True


def kind_of_number(text: str) -> str:
    """What document a number belongs to; empty for one that does not pass its check."""
    try:
        return parse_person_id(text).kind
    except Refused:
        return ""


def check_character(number: str) -> str:
    """The last character that the first seventeen call for (GB 11643)."""
    total = sum(int(digit) * weight for digit, weight in zip(number[:17], WEIGHTS, strict=True))
    return CHECKS[total % len(CHECKS)]


def _kind(number: str) -> str:
    return "外国人永久居留身份证" if number.startswith(FOREIGN) else PERMITS.get(number[:2], "居民身份证")


def _shape(number: str, field: str | None) -> None:
    if len(number) == 15 and number.isascii() and number.isdigit():
        raise Refused("这是15位的旧号码，已经停用，请填写18位身份证号码。", field=field)
    if len(number) != LENGTH:
        raise Refused(f"身份证号码应为18位，现有{len(number)}位，请核对证件。", field=field)
    for position, sign in enumerate(number[:17], start=1):
        if not (sign.isascii() and sign.isdigit()):
            raise Refused(f"身份证号码第{position}位“{sign}”不是数字，请核对证件。", field=field)
    if number[-1] not in CHECKS:
        raise Refused(f"身份证号码最后一位“{number[-1]}”应为数字或者 X，请核对证件。", field=field)


def _birth_date(digits: str, today: date | None, field: str | None) -> date:
    born_on: date | None
    try:
        born_on = date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    except ValueError:
        born_on = None
    if born_on is None or born_on < EARLIEST:
        raise Refused(f"身份证号码第7至14位 {digits} 不是出生日期，请核对证件。", field=field)
    if today is not None and born_on > today:
        raise Refused(f"身份证号码中的出生日期 {born_on.isoformat()} 晚于今天，请核对证件。", field=field)
    return born_on
