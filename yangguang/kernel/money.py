"""Money: whole 分 inside, yuan at the edges, 万元 only in exports, 大写 in documents."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal

from yangguang.kernel.refusal import Refused

FEN_IN_YUAN = 100
FEN_IN_WAN = 1_000_000
MOST_FEN = 10**17
DIGITS = "零壹贰叁肆伍陆柒捌玖"
PLACES = ("", "拾", "佰", "仟")
GROUPS = ("", "万", "亿", "万亿")
NUMBER = re.compile(r"\d+(\.\d*)?|\.\d+")
GROUPED = re.compile(r"\d{1,3}(,\d{3})+(\.\d*)?")
UNITS = dict.fromkeys(("", "元", "圆", "元整"), FEN_IN_YUAN) | dict.fromkeys(("万", "万元"), FEN_IN_WAN)
WRITTEN = re.compile(r"^[¥￥]?(?P<number>[^元圆万]*)(?P<unit>万元|元整|[元圆万])?$")


def yuan(fen: int) -> Decimal:
    """An amount in yuan, with two decimals."""
    return Decimal(fen) / FEN_IN_YUAN if fen % FEN_IN_YUAN else Decimal(fen // FEN_IN_YUAN).quantize(Decimal("0.01"))


def wan_yuan(fen: int, places: int = 6) -> Decimal:
    """An amount in 万元, for exports that ask for it; six decimals lose nothing."""
    return (Decimal(fen) / FEN_IN_WAN).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def in_figures(fen: int) -> str:
    """An amount as screens and documents print it: 12,600.00."""
    sign = "-" if fen < 0 else ""
    whole, cents = divmod(abs(fen), FEN_IN_YUAN)
    return f"{sign}{whole:,}.{cents:02d}"


def of_yuan(amount: Decimal | int, field: str | None = None) -> int:
    """The 分 of an exact amount in yuan; more than two decimals are refused, never rounded away."""
    fen = Decimal(amount) * FEN_IN_YUAN
    if not fen.is_finite() or fen != fen.to_integral_value():
        raise Refused(f"金额“{amount}”的小数多于两位，精确到分即可。", field=field, remedy="请核对金额。")
    return int(fen)


def share(fen: int, percent: Decimal | int) -> int:
    """A percentage of an amount, half a 分 rounded up."""
    return int((Decimal(fen) * Decimal(percent) / 100).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def parse_yuan(text: str, field: str | None = None) -> int:
    """Read what a person typed (full-width digits, commas, 元 or 万元) as 分; a refusal names the likely slip."""
    plain = re.sub(r"\s+", "", unicodedata.normalize("NFKC", text)).replace("，", ",").replace("。", ".")
    if not plain:
        raise Refused("没有填写金额。", field=field, remedy="请填写，例如 12,600.00。")
    if plain[0] in "-−–—－":
        raise Refused(f"金额“{text.strip()}”是负数。", field=field, remedy="请填写正数；退还、减免另有办理事项。")
    parts = WRITTEN.match(plain.removesuffix("人民币").removeprefix("人民币"))
    if parts is None:
        raise Refused(
            f"金额“{text.strip()}”读不出来：单位只能写一次。",
            field=field,
            remedy="请写成 12,600.00元 或者 1.26万元。",
        )
    number = _plain_number(parts["number"], text.strip(), field)
    fen = Decimal(number) * UNITS[parts["unit"] or ""]
    if fen != fen.to_integral_value():
        raise Refused(f"金额“{text.strip()}”精确到了分以下。", field=field, remedy="小数最多到分，请核对小数点的位置。")
    if fen > MOST_FEN:
        raise Refused(f"金额“{text.strip()}”过大。", field=field, remedy="请核对单位是元还是万元。")
    return int(fen)


def _plain_number(number: str, text: str, field: str | None) -> str:
    if not number:
        raise Refused(f"“{text}”只有单位，没有数字。", field=field, remedy="请填写金额。")
    if not number.isascii() or not re.fullmatch(r"[\d.,]+", number):
        strange = next(sign for sign in number if not (sign.isascii() and (sign.isdigit() or sign in ".,")))
        slip = {"O": "，可能把数字0写成了字母O", "o": "，可能把数字0写成了字母o", "l": "，可能把数字1写成了字母l"}
        raise Refused(
            f"金额“{text}”中的“{strange}”不是数字{slip.get(strange, '')}。", field=field, remedy="请用阿拉伯数字填写。"
        )
    if number.count(".") > 1:
        raise Refused(f"金额“{text}”有两个小数点。", field=field, remedy="千位分隔请用逗号，例如 12,600.00。")
    if "," in number and not GROUPED.fullmatch(number):
        raise Refused(
            f"金额“{text}”的逗号不在千位上。", field=field, remedy="逗号每三位一个，例如 12,600.00；小数点请用“.”。"
        )
    bare = number.replace(",", "")
    if not NUMBER.fullmatch(bare):
        raise Refused(f"金额“{text}”读不出来。", field=field, remedy="请写成 12,600.00 的样子。")
    return bare


def in_capitals(fen: int) -> str:
    """The amount in capital characters, as decisions write it: 贰万伍仟贰佰元整."""
    if fen < 0:
        return "负" + in_capitals(-fen)
    if fen > MOST_FEN:
        raise Refused("金额过大，不能写成大写。")
    whole, cents = divmod(fen, FEN_IN_YUAN)
    jiao, odd = divmod(cents, 10)
    words = f"{_capital_integer(whole)}元" if whole or not cents else ""
    if not cents:
        return f"{words}整"
    if jiao:
        words += f"{DIGITS[jiao]}角"
    elif whole:
        words += DIGITS[0]
    return words + (f"{DIGITS[odd]}分" if odd else "整")


def _capital_integer(whole: int) -> str:
    if whole == 0:
        return DIGITS[0]
    words = ""
    for index in range(len(GROUPS) - 1, -1, -1):
        four = whole // 10_000**index % 10_000
        if not four:
            continue
        if words and (four < 1000 or whole // 10_000 ** (index + 1) % 10 == 0):
            words += DIGITS[0]
        words += _capital_four(four) + GROUPS[index]
    return words.replace("万亿", "万" if whole // 10**8 % 10_000 else "万亿")


def _capital_four(four: int) -> str:
    words, pending = "", False
    for place in range(3, -1, -1):
        digit = four // 10**place % 10
        if not digit:
            pending = bool(words)
            continue
        words += (DIGITS[0] if pending else "") + DIGITS[digit] + PLACES[place]
        pending = False
    return words
