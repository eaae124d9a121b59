"""Text as it may stand on official paper: no control characters, no invisible reordering, one kind of line end."""

import re
from datetime import date

_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_NEVER_PRINTED = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    r"\ud800-\udfff\ufdd0-\ufdef\U000e0000-\U000e007f]|[\ufffe\uffff]"
)
_CHINESE_DATE = re.compile(r"\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*")
BLANK_DATE = "\u3000\u3000年\u3000月\u3000日"


def plain(text: str) -> str:
    """The text without anything that cannot be seen on paper; line ends become one newline, tabs one space."""
    if text.isprintable():
        return text
    text = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return _NEVER_PRINTED.sub("", text)


def bare_label(text: str) -> str:
    """A label without the colon and space that stand after it on paper."""
    return re.sub(r"[\s：]+$", "", text.lstrip())


def chinese_date(day: date | None) -> str:
    """A day as it is written under an official document; blanks to fill in by hand when there is none."""
    return f"{day.year}年{day.month}月{day.day}日" if day else BLANK_DATE


def read_chinese_date(text: str) -> date | None:
    """The day written as 2026年11月21日, None for blanks; ValueError for anything else."""
    if not re.sub(r"[\s年月日_]", "", text):
        return None
    found = _CHINESE_DATE.fullmatch(text)
    if not found:
        raise ValueError(text)
    return date(int(found[1]), int(found[2]), int(found[3]))
