"""Kinds of columns: how a cell is read from what people type, checked, stored and printed again."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from yangguang.catalogues.rules import conditions, ranges
from yangguang.catalogues.rules.conditions import AnyOf, Condition, Operator
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

LONGEST = 4000


@dataclass(frozen=True)
class Column:
    """One column of a list: `read` turns typed text into what is stored, `show` turns it back.

    `cites`: what is stored are clause ids. `worded`: plain words that nothing is computed from.
    `keyed`: each line is a thing of its own, named before its first colon.
    `unit_column`: the column whose word follows the value where both are shown.
    """

    name: str
    label: str
    read: Callable[[str], Any]
    show: Callable[[Any], str]
    required: bool = True
    lines: int = 1
    hint: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    cites: bool = False
    keyed: bool = False
    unit_column: str = ""
    worded: bool = False

    def value_of(self, text: str) -> Any:
        """Read one cell. Raises Refused in words that fit beside the cell."""
        plain = clean(text, label=self.label, most=LONGEST, lines=True, field=self.name)
        if not plain:
            if self.required:
                raise Refused(f"没有填写{self.label}。", field=self.name)
            return self.read("")
        try:
            value = self.read(plain)
        except Refused as refusal:
            raise Refused(refusal.reason, refusal.clauses, remedy=refusal.remedy, field=self.name) from None
        if self.required and value in ([], ()):  # nothing but marks between things
            raise Refused(f"没有填写{self.label}。", field=self.name)
        return value


def text(name: str, label: str, *, longest: int = 200, required: bool = True, lines: int = 1, hint: str = "") -> Column:
    """Plain words."""

    def read(plain: str) -> str:
        if len(plain) > longest:
            raise Refused(f"{label}过长（{len(plain)}字），最多{longest}字。")
        return plain

    return Column(name, label, read, str, required, lines, hint, worded=True)


def choice(name: str, label: str, labels: Mapping[Any, str]) -> Column:
    """One of a few words; stored as its value."""
    by_label = {shown: str(value) for value, shown in labels.items()}

    def read(plain: str) -> str:
        if plain not in by_label:
            raise Refused(f"{label}“{plain}”不在可选范围内。", remedy="可以填写：" + "、".join(by_label) + "。")
        return by_label[plain]

    shown = {value: word for word, value in by_label.items()}
    return Column(name, label, read, lambda v: shown[v], choices=tuple((w, w) for w in by_label))


def words(
    name: str, label: str, *, labels: Mapping[Any, str] | None = None, required: bool = True,
    each_on_a_line: bool = False, hint: str = "",
) -> Column:  # fmt: skip
    """Several words, each of `labels` when given, separated by 、 or line breaks."""
    by_label = {shown: str(value) for value, shown in (labels or {}).items()}

    def read(plain: str) -> list[str]:
        parts = [part.strip() for part in re.split(r"[、；;\n]", plain) if part.strip()]
        for part in parts:
            if by_label and part not in by_label:
                raise Refused(f"{label}“{part}”不在可选范围内。", remedy="可以填写：" + " ".join(by_label) + "。")
        if len(set(parts)) < len(parts):
            raise Refused(f"{label}中有重复。")
        return [by_label.get(part, part) for part in parts]

    shown = {value: word for word, value in by_label.items()}
    joint = "\n" if each_on_a_line else "、"
    return Column(name, label, read, lambda v: joint.join(shown.get(one, one) for one in v), required, 2, hint)


def number(name: str, label: str, *, most: int, unit_column: str = "") -> Column:
    """A whole number of at least one."""

    def read(plain: str) -> int:
        digits = unicodedata.normalize("NFKC", plain)
        if not (digits.isascii() and digits.isdigit()) or not 1 <= int(digits) <= most:
            raise Refused(f"{label}“{plain[:20]}”应当是1到{most}的整数。")
        return int(digits)

    return Column(name, label, read, str, unit_column=unit_column)


def flag(name: str, label: str) -> Column:
    """是 or 否."""

    def read(plain: str) -> bool:
        if plain not in {"是", "否"}:
            raise Refused(f"{label}应当填写“是”或者“否”。")
        return plain == "是"

    return Column(name, label, read, lambda v: "是" if v else "否", choices=(("是", "是"), ("否", "否")))


def span(name: str, label: str) -> Column:
    """A range of a penalty."""
    return Column(
        name, label, lambda t: ranges.parse(t).as_json(), lambda v: ranges.Range.from_json(v).says(),
        hint="如：每人100元以上500元以下；违法所得的1倍以上5倍以下；不罚款",
    )  # fmt: skip


def when(name: str, label: str, *, required: bool = False) -> Column:
    """Conditions on facts."""
    return Column(
        name, label, lambda t: when_json(conditions.parse(t)) if t else [],
        lambda v: conditions.says(when_of(v)) if v else "", required, 2,
        hint="如：受害劳动者人数不超过2人且一年内同类违法次数为0次且及时改正",
    )  # fmt: skip


def when_json(groups: AnyOf) -> list[list[dict[str, Any]]]:
    """Conditions as entries store them."""
    return [[{"field": c.field, "operator": c.operator.value, "value": c.value} for c in g] for g in groups]


def when_of(stored: Any) -> AnyOf:
    """Conditions from what entries store."""
    return tuple(tuple(Condition(c["field"], Operator(c["operator"]), c["value"]) for c in group) for group in stored)
