"""The sheet of an evaluation: veto items, sections with their items and points, grades; read from text, told as text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

from yangguang.kernel.refusal import Refused
from yangguang.statutes import keeps
from yangguang.supervision.rules.scoring import read_points, shown_points

FOCUS = ("调查终结报告", "集体讨论", "自由裁量权", "罚缴分离")
FOCUS_CLAUSE = "SEED-002:yearly"
CONTENT = Path(__file__).parents[1] / "content"
SECTION = re.compile(r"【(?P<label>[^】]+)】\s*(?P<points>[0-9.]+)\s*分?")
BETWEEN = re.compile(r"\s*[|｜]\s*")
MOST_LINES = 200


@dataclass(frozen=True)
class Item:
    """One thing that is looked at, how many points it may cost at most (in tenths), and which fixed focus it serves."""

    code: str
    label: str
    most: int
    focus: str = ""


@dataclass(frozen=True)
class Section:
    """A part of the sheet and the points it holds, in tenths."""

    code: str
    label: str
    maximum: int
    items: tuple[Item, ...]


@dataclass(frozen=True)
class Veto:
    """One thing that makes the whole file fail."""

    code: str
    label: str


@dataclass(frozen=True)
class Grade:
    """A grade and the least score, in tenths, that earns it."""

    label: str
    least: int


@dataclass(frozen=True)
class EvaluationSheet:
    """Everything an evaluator answers about one file."""

    vetoes: tuple[Veto, ...]
    sections: tuple[Section, ...]
    grades: tuple[Grade, ...]

    @property
    def full(self) -> int:
        """The points of a file nothing is wrong with, in tenths."""
        return sum(one.maximum for one in self.sections)

    def items(self) -> dict[str, tuple[Section, Item]]:
        """Every item by its code, with its section."""
        return {item.code: (section, item) for section in self.sections for item in section.items}

    def to_content(self) -> dict[str, Any]:
        """As an edition keeps it."""
        return asdict(self)


def from_content(content: Mapping[str, Any]) -> EvaluationSheet:
    """The sheet an edition keeps."""
    return EvaluationSheet(
        tuple(Veto(**one) for one in content["vetoes"]),
        tuple(
            Section(**(one | {"items": tuple(Item(**item) for item in one["items"])})) for one in content["sections"]
        ),
        tuple(Grade(**one) for one in content["grades"]),
    )


def read_sheet(*, vetoes: str, sections: str, grades: str) -> EvaluationSheet:
    """A sheet as a person typed it, line by line. Raises Refused, naming the line, for what cannot be a sheet."""
    sheet = EvaluationSheet(
        tuple(Veto(f"V{number}", line) for number, line in enumerate(_lines(vetoes, "vetoes"), start=1)),
        _sections(_lines(sections, "sections")), _grades(_lines(grades, "grades")),
    )  # fmt: skip
    if missing := lacking_focus([item.focus for _, item in sheet.items().values()]):
        raise Refused(
            f"评查表缺少固定的重点评查项：{'、'.join(missing)}。", FOCUS_CLAUSE, field="sections",
            remedy="请在有关条目的末尾写上“｜”和重点的名称，四项重点都要有条目。",
        )  # fmt: skip
    if not sheet.vetoes:
        raise Refused("评查表至少有一个一票否决项。", "CHF-STD:veto", field="vetoes", remedy="请每行写一项。")
    if sheet.grades[0].least > sheet.full:
        raise Refused("最高等次的最低分超过了满分。", field="grades", remedy="请核对各部分分值与等次。")
    return sheet


def told_sections(sheet: EvaluationSheet) -> str:
    """The sections as the form shows them."""
    lines = []
    for section in sheet.sections:
        lines.append(f"【{section.label}】{shown_points(section.maximum)}分")
        lines += ["｜".join(filter(None, (one.label, shown_points(one.most), one.focus))) for one in section.items]
    return "\n".join(lines)


def told_vetoes(sheet: EvaluationSheet) -> str:
    """The veto items as the form shows them."""
    return "\n".join(one.label for one in sheet.vetoes)


def told_grades(sheet: EvaluationSheet) -> str:
    """The grades as the form shows them."""
    return "\n".join(f"{one.label}｜{shown_points(one.least)}" for one in sheet.grades)


@keeps(FOCUS_CLAUSE)
def lacking_focus(focus: Iterable[str]) -> list[str]:
    """Which of the fixed focus points no item of a sheet serves."""
    present = set(focus)
    return [one for one in FOCUS if one not in present]


@cache
def shipped_sheet(kind: str) -> dict[str, str]:
    """The words a body may begin with for a kind of file: title, source, vetoes, sections, grades. KeyError where none ships."""
    path = CONTENT / f"{kind}.toml"
    if not path.is_file():
        raise KeyError(kind)
    return {name: str(told).strip() for name, told in tomllib.loads(path.read_text(encoding="utf-8")).items()}


def _lines(text: str, field: str) -> list[str]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if len(lines) > MOST_LINES:
        raise Refused(f"最多写{MOST_LINES}行。", field=field, remedy="请合并条目。")
    return lines


def _sections(lines: list[str]) -> tuple[Section, ...]:
    found: list[tuple[str, int, list[Item]]] = []
    for line in lines:
        if head := SECTION.fullmatch(line):
            found.append((head["label"], read_points(head["points"], "sections"), []))
            continue
        if not found:
            raise Refused(
                f"“{line[:20]}”前面没有部分的名称。", field="sections", remedy="请先写一行，如：【文书制作】20分"
            )
        found[-1][2].append(_item(line, f"{len(found)}.{len(found[-1][2]) + 1}"))
    if not found or any(not items for _, _, items in found):
        raise Refused("每个部分至少有一个条目。", field="sections", remedy="请在部分名称下面逐行写条目和分值。")
    return tuple(
        Section(str(number), label, maximum, tuple(items))
        for number, (label, maximum, items) in enumerate(found, start=1)
    )


def _item(line: str, code: str) -> Item:
    parts = BETWEEN.split(line)
    if len(parts) not in (2, 3) or not parts[0]:
        raise Refused(f"“{line[:20]}”没有按“条目｜分值”写。", field="sections", remedy="如：卷内目录与文件一致｜2")
    focus = parts[2] if len(parts) == len(("label", "points", "focus")) else ""
    if focus and focus not in FOCUS:
        raise Refused(f"“{focus[:20]}”不是固定的重点。", field="sections", remedy=f"固定的重点是：{'、'.join(FOCUS)}。")
    return Item(code, parts[0], read_points(parts[1], "sections"), focus)


def _grades(lines: list[str]) -> tuple[Grade, ...]:
    grades = []
    for line in lines:
        label, _, least = line.replace("|", "｜").partition("｜")
        if not label.strip() or not least.strip():
            raise Refused(f"“{line[:20]}”没有按“等次｜最低分”写。", field="grades", remedy="如：优秀｜90")
        grades.append(Grade(label.strip(), read_points(least, "grades", least=0)))
    grades.sort(key=lambda one: -one.least)
    if not grades or grades[-1].least != 0:
        raise Refused("最低的等次应当从0分起。", field="grades", remedy="请加一行，如：不合格｜0")
    return tuple(grades)
