"""What the name of a recording says: which device, whose certificate, when by the device's clock, which case.

There is no national rule for names, so a site says how its own devices write them: `{设备}_{证号}_{时间}`. What a field may
hold never reaches over its separator, so that no name, however long, takes longer to read than it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import PurePath

from yangguang.kernel.clock import BEIJING
from yangguang.kernel.refusal import Refused

FIELDS = {
    "单位": r"(?P<unit>[^_@]{1,40})", "证号": r"(?P<certificate>[0-9A-Za-z]{1,40})", "设备": r"(?P<device>[0-9A-Za-z-]{1,60})",
    "时间": r"(?P<time>\d{14}|\d{8}[_-]\d{6})", "案号": r"(?P<case>[^_@]{1,60})", "序号": r"\d{1,6}",
}  # fmt: skip
USUAL = (
    "VID_{时间}", "IMG_{时间}", "REC_{时间}", "{单位}_{证号}_{设备}_{时间}_{案号}", "{单位}_{证号}_{设备}_{时间}",
    "{设备}_{证号}_{时间}_{序号}", "{设备}_{证号}_{时间}", "{设备}_{时间}_{序号}", "{设备}_{时间}", "{设备}@{时间}",
    "{时间}_{设备}", "{时间}",
)  # fmt: skip
PLACE = re.compile(r"\{([^{}]*)\}")
LONGEST = 200


@dataclass(frozen=True)
class NameFacts:
    """What a name says; what it does not say is empty."""

    device: str = ""
    certificate: str = ""
    written_at: datetime | None = None
    case_number: str = ""


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern as it is matched. Raises Refused for one with a field nobody knows, or without the time."""
    parts, end = [], 0
    for found in PLACE.finditer(pattern):
        if found[1] not in FIELDS:
            raise Refused(f"文件名样式里有不认识的“{found[1]}”。", remedy=f"可以用：{'、'.join(FIELDS)}。")
        parts += [re.escape(pattern[end : found.start()]), FIELDS[found[1]]]
        end = found.end()
    if "{时间}" not in pattern:
        raise Refused(f"文件名样式“{pattern}”没有{{时间}}。")
    return re.compile("".join([*parts, re.escape(pattern[end:])]), re.IGNORECASE)


def read(name: str, patterns: Iterable[str] = USUAL) -> NameFacts:
    """What the first pattern that fits makes of a name; nothing where none fits or the time is none."""
    stem = PurePath(name).stem
    if len(stem) > LONGEST:
        return NameFacts()
    for pattern in patterns:
        found = compiled(pattern).fullmatch(stem)
        told = found.groupdict() if found else {}
        if told and (when := _instant(told["time"])) is not None:
            return NameFacts(told.get("device") or "", told.get("certificate") or "", when, told.get("case") or "")
    return NameFacts()


def _instant(digits: str) -> datetime | None:
    try:
        return datetime.strptime(re.sub(r"[_-]", "", digits), "%Y%m%d%H%M%S").replace(tzinfo=BEIJING)
    except ValueError:
        return None
