"""What can be done at a window, one line each: the matter, what to bring, how long it takes."""

from __future__ import annotations

import re

from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

BETWEEN = re.compile(r"[|｜]")
PARTS = ("matter", "bring", "term")
MOST, LONGEST = 16, 80


def services_of(text: str) -> list[dict[str, str]]:
    """The lines as data. Raises Refused for no line, too many, or one that does not say what to bring and how long it takes."""
    found = []
    for number, line in enumerate((one.strip() for one in text.splitlines()), start=1):
        if not line:
            continue
        parts = [clean(part, label="服务事项", field="services", most=LONGEST) for part in BETWEEN.split(line)]
        if len(parts) != len(PARTS) or not all(parts):
            raise Refused(
                f"服务事项第{number}行没有写全。",
                field="services",
                remedy="每行写：事项｜要带的材料｜多久办好，中间用竖线分开。",
            )
        found.append(dict(zip(PARTS, parts, strict=True)))
    if not found:
        raise Refused("没有填写服务事项。", field="services", remedy="请至少写一项。")
    if len(found) > MOST:
        raise Refused(f"服务事项最多{MOST}项。", field="services", remedy="请合并或者删减。")
    return found


def lines_of(services: list[dict[str, str]]) -> str:
    """The same as somebody types them."""
    return "\n".join("｜".join(one[part] for part in PARTS) for one in services)
