"""The column kind that holds sample application forms (示范文本): each field of a form with what a filled sample says there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from yangguang.catalogues.lists.columns import Column
from yangguang.kernel.refusal import Refused

TITLE = re.compile(r"《(?P<title>[^《》]{1,60})》")
LONGEST_LABEL = 40
LONGEST_SAMPLE = 400
HINT = "一行《表名》，下面每行一栏：栏目：示范内容。如：《投诉书》、投诉人：张某某"


def forms(name: str, label: str) -> Column:
    """Forms to apply with: 《title》 on a line of its own, then a line for each field, 栏目：示范内容."""
    return Column(name, label, read_forms, show_forms, required=False, lines=8, hint=HINT)


def read_forms(text: str) -> list[dict[str, Any]]:
    """Forms from typed lines. Raises Refused for a field without a form, a form without a field, or a name used twice."""
    found: list[dict[str, Any]] = []
    for line in (one.strip() for one in text.split("\n")):
        if headed := TITLE.fullmatch(line):
            found.append({"title": headed["title"], "fields": []})
        elif line and not found:
            raise Refused(f"“{line[:20]}”前面没有表名。", remedy="请先写一行《表名》，再逐行写栏目。")
        elif line:
            found[-1]["fields"].append(_field(line))
    for one in found:
        if not one["fields"]:
            raise Refused(f"《{one['title']}》没有栏目。", remedy="请在表名下面逐行写“栏目：示范内容”。")
        _once([field["label"] for field in one["fields"]], f"《{one['title']}》的栏目")
    _once([one["title"] for one in found], "表名")
    return found


def show_forms(stored: Sequence[dict[str, Any]]) -> str:
    """The same lines again."""
    return "\n".join(line for one in stored for line in _lines(one))


def _lines(form: dict[str, Any]) -> Iterator[str]:
    yield f"《{form['title']}》"
    yield from (f"{field['label']}：{field['sample']}" for field in form["fields"])


def _field(line: str) -> dict[str, str]:
    label, _, sample = line.replace(":", "：", 1).partition("：") if "：" not in line else line.partition("：")
    label, sample = label.strip(), sample.strip()
    if not label or not sample:
        raise Refused(f"“{line[:20]}”应当写成“栏目：示范内容”。", remedy="请每行写一个栏目，冒号后面写示范内容。")
    if len(label) > LONGEST_LABEL or len(sample) > LONGEST_SAMPLE:
        raise Refused(
            f"“{label[:20]}”过长，栏目最多{LONGEST_LABEL}字，示范内容最多{LONGEST_SAMPLE}字。",
            remedy="请写短一些，或者分成两个栏目。",
        )
    return {"label": label, "sample": sample}


def _once(words: Sequence[str], what: str) -> None:
    twice = next((word for word in words if words.count(word) > 1), "")
    if twice:
        raise Refused(f"{what}“{twice}”写了两次。", remedy="请删去一个，或者改名。")
