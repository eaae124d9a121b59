"""What people type: cleaned where cleaning is harmless, refused where it is not, rare characters kept."""

from __future__ import annotations

import unicodedata
from collections.abc import Container

from yangguang.kernel.refusal import Refused

BIDI = {
    0x061C: "阿拉伯字母标记",
    0x200E: "左至右标记",
    0x200F: "右至左标记",
    0x202A: "左至右嵌入",
    0x202B: "右至左嵌入",
    0x202C: "方向恢复",
    0x202D: "左至右强制",
    0x202E: "右至左强制",
    0x2066: "左至右隔离",
    0x2067: "右至左隔离",
    0x2068: "首字符隔离",
    0x2069: "隔离结束",
}
INVISIBLE = {
    0x00AD: "软连字符",
    0x180E: "蒙古文元音分隔符",
    0x200B: "零宽空格",
    0x2060: "词连接符",
    0x2061: "函数应用符",
    0xFEFF: "字节顺序标记",
    0xFFF9: "行间注释符",
    0xFFFA: "行间注释符",
    0xFFFB: "行间注释符",
    0xFFFC: "对象替换符",
    0xFFFD: "乱码替换符",
}
JOINERS = {0x200C, 0x200D}
NAMED_CONTROLS = {0x00: "空字符", 0x07: "响铃符", 0x08: "退格符", 0x0B: "竖向制表符", 0x0C: "换页符", 0x1B: "转义符"}
EMOJI_RANGES = ((0x1F000, 0x1FAFF), (0x2600, 0x27BF), (0x2B50, 0x2B55), (0x1F1E6, 0x1F1FF), (0xE0020, 0xE007F))
OFFICIAL_SIGNS = frozenset("☑☒☐★☆✓✔✕✗✘")
EMOJI_PRESENTATION = 0xFE0F
KEYCAP = 0x20E3


def clean(
    text: str,
    *,
    label: str,
    most: int,
    least: int = 0,
    lines: bool = False,
    emoji: bool = False,
    field: str | None = None,
) -> str:
    """The text as it is stored: NFC, line ends as \\n, outer blanks gone. Refuses hidden characters and excess length.

    `label` is the Chinese name of the field; lengths count characters; `lines` allows line breaks.
    """
    plain = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()
    for position, sign in enumerate(plain, start=1):
        reason = fault_in(sign, lines=lines, emoji=emoji)
        if reason is not None:
            raise Refused(f"{label}第{position}个字符是{reason}，不能保存。", field=field, remedy="请删去后重新填写。")
    if len(plain) > most:
        raise Refused(f"{label}最多{most}个字，现有{len(plain)}个字。", field=field, remedy="请删减后保存。")
    if len(plain) < least:
        what = f"没有填写{label}。" if not plain else f"{label}至少{least}个字，现有{len(plain)}个字。"
        raise Refused(what, field=field, remedy="请补充后保存。")
    return plain


def chosen(value: str, among: Container[str], *, label: str, clause: str = "", field: str | None = None) -> str:
    """One of a list. Raises Refused for anything else, so that nobody who calls an act directly gets further than a page."""
    if value not in among:
        raise Refused(f"请从列表中选择{label}。", clause, field=field)
    return value


def fault_in(sign: str, *, lines: bool = True, emoji: bool = True) -> str | None:
    """Why this character is not accepted, in Chinese, or None."""
    code = ord(sign)
    if sign in "\n\t":
        return None if lines else ("换行" if sign == "\n" else "制表符")
    if code in BIDI:
        return f"改变文字方向的控制字符（{BIDI[code]}，U+{code:04X}）"
    if code in INVISIBLE:
        return f"看不见的字符（{INVISIBLE[code]}，U+{code:04X}）"
    category = unicodedata.category(sign)
    if category == "Cc" or category in {"Zl", "Zp"}:
        return f"控制字符（{NAMED_CONTROLS.get(code, '控制符')}，U+{code:04X}）"
    if category == "Cs":
        return f"残缺的字符（U+{code:04X}）"
    if category == "Cn" and code >= 0xFDD0 and (code <= 0xFDEF or code & 0xFFFE == 0xFFFE):
        return f"无效字符（U+{code:04X}）"
    if not emoji and is_emoji(sign):
        return f"表情符号（{sign}）"
    if code in JOINERS and not emoji:
        return f"看不见的字符（零宽连接符，U+{code:04X}）"
    return None


def is_emoji(sign: str) -> bool:
    """Is this character a pictograph or a part that only pictographs use? Official ticks and stars are not."""
    code = ord(sign)
    if sign in OFFICIAL_SIGNS:
        return False
    return code in {EMOJI_PRESENTATION, KEYCAP} or any(first <= code <= last for first, last in EMOJI_RANGES)


def is_rare(sign: str) -> bool:
    """Is this a Chinese character outside the basic block, for which a face may lack a shape (䶮, 𬱟)?"""
    code = ord(sign)
    return (
        0x3400 <= code <= 0x4DBF or 0x20000 <= code <= 0x3FFFF or 0x9FA6 <= code <= 0x9FFF or 0xE000 <= code <= 0xF8FF
    )


def rare_in(text: str) -> tuple[str, ...]:
    """The rare characters of a text, each once, in order."""
    return tuple(dict.fromkeys(sign for sign in text if is_rare(sign)))


def folded(text: str) -> str:
    """A text for comparing: compatibility forms made equal, case and blanks gone."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def signs_of(text: str) -> str:
    """The letters and digits of a text, folded: for finding a number or a name however it is spaced and punctuated."""
    return "".join(sign for sign in folded(text) if sign.isalnum())
