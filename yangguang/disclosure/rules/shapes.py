"""What is private by its shape or by the words before it: passports, plates, mail, messengers, birthdays, where one lives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from yangguang.disclosure.rules.names import DOTS
from yangguang.disclosure.rules.number_words import ID, OTHER, PAPER, told_before

PERSON_ID, PLATE, HOME = "证件号码", "车牌号码", "住址"
NUMERAL = "〇零○一二三四五六七八九"
DAY = (
    rf"(?:(?:\d{{4}}|[{NUMERAL}]{{4}})\s?[-年/.]\s?(?:\d{{1,2}}|[{NUMERAL}十正冬腊]{{1,3}})(?:\s?[-月/.]\s?"
    rf"(?:\d{{1,2}}|初?[{NUMERAL}十廿]{{1,3}})[日号]?|月份?)|(?:19|20)\d{{6}}(?!\d))"
)
BORN = r"出生|生(?![\u4e00-\u9fff])|生人|生于|生[,，]?[男女]"  # and not 生效, 生产
PIECE = r"[^〔,。;、\n]"  # a stretch of an address


@dataclass(frozen=True)
class FoundShape:
    """One place to hide, what kind of thing, and how it was found."""

    start: int
    end: int
    kind: str
    how: str = "样式"


PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("社交账号", r"(?:微信|wechat|weixin|薇信|威信|v信|加v|加微|(?<![a-z])[vw]x)(?:号码?|id|联系)?[\s:是为]{0,3}"
                     r"(?P<hidden>[a-z0-9][a-z0-9_-]{5,19})"),
        ("社交账号", r"(?P<hidden>(?<![a-z0-9])wxid_[a-z0-9]{4,40})"),
        ("社交账号", r"(?:(?<![a-z])qq|扣扣|企鹅)(?:号码?|群)?[\s:是为]{0,3}(?P<hidden>[1-9]\d{4,11})(?!\d)"),
        ("电子邮箱", r"(?<![a-z0-9._+-])[a-z0-9._+-]{1,128}+@[a-z0-9-]{1,64}+(?:\.[a-z0-9-]{1,64}+){1,8}+"),
        ("出生日期", rf"{DAY}(?={BORN})"),
        ("出生日期", rf"(?:出生(?:日期|年月日?|时间)?|生于|生日)[:为于是在]{{0,2}}\s?(?:[公农阴阳]历)?(?P<hidden>{DAY})"),
        (HOME, rf"(?:住址|家庭地址|居住地址?|户籍(?:地址?|所在地)|身份证(?:地址|住址)|暂住地)[:为是在]{{1,2}}\s?"
               rf"(?P<hidden>{PIECE}{{4,60}})"),
        (HOME, rf"(?:现住|家住|租住(?:在|于)|暂住(?:在|于)|居住(?:在|于))址?[:为是]{{0,2}}\s?(?P<hidden>{PIECE}{{4,60}})"),
        (PERSON_ID, r"[军武文士]字第(?P<hidden>\d{6,8})号"),
    )
)  # fmt: skip
IN_NUMERALS = frozenset({"社交账号"})
LETTERED = re.compile(
    rf"(?<![0-9a-z])(?P<letters>[a-z]{{1,2}})[ {DOTS}-]?(?P<digits>\d{{6,10}})(?P<check>\([0-9a]\))?(?![0-9a-z])"
)
ISSUED = re.compile(r"[eg]\d{8}|e[a-z]\d{7}|[dsp]e?\d{7,8}|[cwhmlk]\d{8}(?:\d{2})?")
PLATES = re.compile(
    r"(?P<place>[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][a-hj-np-z])[·•. -]?"
    r"(?P<rest>[a-hj-np-z0-9]{5,6}|[a-hj-np-z0-9]{4}[挂学警港澳使领试超])(?![a-z0-9])"
)
LETTERS_OF_A_PLATE = 2  # of the five signs of a small car's
NEW_ENERGY = re.compile(r"[a-hjk][a-hj-np-z0-9]\d{4}|\d{5}[a-hjk]")
DOOR = re.compile(
    r"\d{1,4}(?:栋|幢|号楼)(?:[0-9一二三四五六七八九十]{1,2}单元)?(?:\d{1,2}[层楼])?"
    r"\d{3,4}(?:室|房|号|(?![0-9.]|\s?[元年月人件平]))"
)
FARM = re.compile(r"[村寨](?:[一-鿿0-9]{1,6}(?:组|社|屯|队))?\d{1,4}号(?!文|令|楼|院)")
BACK = 40
ADDRESS_SIGN = re.compile(r"[\u4e00-\u9fff0-9-]")
NO_ADDRESS = frozenset("在于到至从往址是为地")
# A place of work is one by its label directly before the address, or by the works the door belongs to; a home is hidden
# whatever else stands near.
WORK_LABEL = re.compile(
    r"(?:住所|(?:经营|营业|注册|登记|办公|生产|工作)(?:场所|地址|地点|地|住所|用房))地?[:为是在于位址]{0,3}\s?$"
)
WORKS = re.compile(r"(?:公司|[工电分]厂|厂区|厂房|工地|项目部?|车间|产业园|工业园|科技园|园区)$")
LABEL, NEAR_HOME = 12, 14
LIVING = re.compile(r"宿舍|家中|租住|居住|暂住|住处|家属")
LIVES = re.compile(r"宿舍|住(?!所|建)|家中|家属|公寓|小区|花园|新村|家里|回家")
TAIWAN_WEIGHTS = (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1)
TAIWAN_LETTERS = "abcdefghjklmnpqrstuvxywzio"


def shapes_in(plain: str, counted: str) -> Iterator[FoundShape]:
    """Every such place in a folded text; `counted` is the same with numerals as digits, place for place."""
    for kind, pattern in PATTERNS:
        for match in pattern.finditer(counted if kind in IN_NUMERALS else plain):
            hidden = "hidden" if "hidden" in pattern.groupindex else 0
            if match.start(hidden) < match.end(hidden):
                yield FoundShape(match.start(hidden), match.end(hidden), kind)
    yield from _lettered(counted, plain)
    yield from _plates(plain)
    yield from _homes(plain)


def _lettered(counted: str, plain: str) -> Iterator[FoundShape]:
    for match in LETTERED.finditer(counted):
        told = told_before(plain, match.start())
        number, check = match["letters"] + match["digits"], match["check"]
        if check and len(match["digits"]) == 6:
            right = _hong_kong_check(number) == check[1]
            if right or told in (ID, PAPER):
                yield FoundShape(
                    match.start(), match.end(), PERSON_ID, "号码，校验位正确" if right else "前面写明是证件号码"
                )
        elif is_taiwan_id(number):
            yield FoundShape(match.start(), match.end("digits"), PERSON_ID, "号码，校验位正确")
        elif told in (ID, PAPER) or (told != OTHER and ISSUED.fullmatch(number)):
            yield FoundShape(match.start(), match.end("digits"), PERSON_ID, "号码，证件号段")


def _plates(plain: str) -> Iterator[FoundShape]:
    for match in PLATES.finditer(plain):
        rest = match["rest"]
        special = not rest[-1].isascii() and any(sign.isdigit() for sign in rest)
        small = len(rest) == 5 and sum(not sign.isdigit() for sign in rest) <= LETTERS_OF_A_PLATE
        if special or small or NEW_ENERGY.fullmatch(rest):
            yield FoundShape(match.start(), match.end(), PLATE)


def _homes(plain: str) -> Iterator[FoundShape]:
    for pattern in (DOOR, FARM):
        for match in pattern.finditer(plain):
            start = match.start()
            while start > max(0, match.start() - BACK) and ADDRESS_SIGN.match(plain[start - 1]):
                if plain[start - 1] in NO_ADDRESS:
                    break
                start -= 1
            if not _is_work(plain[max(0, start - BACK) : start], plain[start : match.start()]):
                yield FoundShape(start, match.end(), HOME)


def _is_work(before: str, stretch: str) -> bool:
    """Whether an address is one of a place of work: its label stands directly before it, or the works directly before the door."""
    label = max(
        (at for at in range(len(stretch) + 1) if WORK_LABEL.search(f"{before[-LABEL:]}{stretch[:at]}")), default=None
    )
    near = re.split(r"[。;!?\n]", before)[-1][-NEAR_HOME:]
    if label is not None:
        return not LIVING.search(stretch[label:])
    return WORKS.search(before + stretch) is not None and not LIVES.search(near + stretch)


def _hong_kong_check(number: str) -> str:
    """The sign in brackets after a Hong Kong identity number: weights 9 to 2, blanks count 36, modulo 11."""
    values = [int(sign, 36) for sign in number]
    total = sum(value * weight for value, weight in zip(reversed(values), range(2, 10), strict=False))
    total += 36 * 9 if len(values) == 7 else 0
    rest = -total % 11
    return "a" if rest == 10 else str(rest)


def is_taiwan_id(number: str) -> bool:
    """Whether a letter and nine digits are an identity number of Taiwan with the right check digit."""
    if len(number) != 10 or number[1] not in "12" or number[0] not in TAIWAN_LETTERS or not number[1:].isdigit():
        return False
    first = TAIWAN_LETTERS.index(number[0]) + 10
    digits = [first // 10, first % 10, *map(int, number[1:])]
    return sum(digit * weight for digit, weight in zip(digits, TAIWAN_WEIGHTS, strict=True)) % 10 == 0
