"""The unified social credit code: eighteen characters, the last one checks the others."""

from __future__ import annotations

import re
import unicodedata

from stdnum.cn import uscc

from yangguang.kernel.refusal import Refused

LENGTH = 18
SHAPE = re.compile(r"[0-9A-HJ-NP-RTUWXY]{17}[0-9A-HJ-NP-RTUWXY]")
NEVER = {"I": "1", "O": "0", "S": "5", "V": "U", "Z": "2"}


def parse_credit_code(text: str, field: str | None = None) -> str:
    """The code in its plain form, or a refusal that names the likely slip."""
    code = re.sub(r"[\s\-·]+", "", unicodedata.normalize("NFKC", text)).upper()
    if len(code) != LENGTH:
        raise Refused(f"统一社会信用代码应为18位，现有{len(code)}位，请核对营业执照。", field=field)
    for position, sign in enumerate(code, start=1):
        if sign in NEVER:
            raise Refused(
                f"统一社会信用代码第{position}位是字母 {sign}，代码中没有这个字母，可能是 {NEVER[sign]}，"
                "请核对营业执照。",
                field=field,
            )
    if not SHAPE.fullmatch(code):
        raise Refused("统一社会信用代码只能有数字和大写字母，请核对营业执照。", field=field)
    if not code[2:8].isdigit():
        raise Refused("统一社会信用代码第3至8位是登记机关行政区划码，应当都是数字，请核对营业执照。", field=field)
    right = check_character(code)
    if right != code[-1]:
        raise Refused(f"统一社会信用代码最后一位应为 {right}，请核对营业执照。", field=field)
    return code


def is_credit_code(text: str) -> bool:
    """Is this a code whose check character is right?"""
    try:
        parse_credit_code(text)
    except Refused:
        return False
    return True


def check_character(code: str) -> str:
    """The last character that the first seventeen call for."""
    return str(uscc.calc_check_digit(code[:17]))
