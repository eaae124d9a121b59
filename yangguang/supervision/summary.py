"""What a round comes to: how many files of each grade, and in which section points were lost. Nobody is ranked or named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from yangguang.supervision.models import CaseFileEvaluation, EvaluatedFile, ScoringSheet
from yangguang.supervision.rules.sheets import from_content


@dataclass(frozen=True)
class Counted:
    """A label, how often, and in how many files."""

    label: str
    count: int
    files: int = 0


def last_sheet(file: EvaluatedFile) -> ScoringSheet | None:
    """The sheet that holds: the newest."""
    return file.sheets.order_by("-number").first()


def problems_of(file: EvaluatedFile) -> list[dict[str, Any]]:
    """Everything the sheet that holds has against a file: veto items first, then deductions, each with page and fact."""
    found = last_sheet(file)
    if found is None:
        return []
    return [*(one for one in found.answers if one["failed"]), *found.deductions]


def grades_of(evaluation: CaseFileEvaluation, files: Sequence[EvaluatedFile]) -> list[Counted]:
    """How many files have each grade, the best grade first."""
    counted = Counter(one.grade for one in files)
    return [Counted(one.label, counted[one.label]) for one in from_content(evaluation.standard.content).grades]


def sections_of(evaluation: CaseFileEvaluation, files: Sequence[EvaluatedFile]) -> list[Counted]:
    """How many deductions each section of the sheet saw, and in how many files."""
    sheet = from_content(evaluation.standard.content)
    items, often, where = sheet.items(), Counter[str](), Counter[str]()
    for one in _sheets(files):
        met = [items[row["item"]][0].code for row in one.deductions]
        often.update(met)
        where.update(set(met))
    return [Counted(part.label, often[part.code], where[part.code]) for part in sheet.sections]


def focus_of(evaluation: CaseFileEvaluation, files: Sequence[EvaluatedFile]) -> list[Counted]:
    """The same of the fixed focus points."""
    items, often, where = from_content(evaluation.standard.content).items(), Counter[str](), Counter[str]()
    for one in _sheets(files):
        met = [items[row["item"]][1].focus for row in one.deductions if items[row["item"]][1].focus]
        often.update(met)
        where.update(set(met))
    names = dict.fromkeys(item.focus for _, item in items.values() if item.focus)
    return [Counted(name, often[name], where[name]) for name in names]


def _sheets(files: Sequence[EvaluatedFile]) -> list[ScoringSheet]:
    newest: dict[int, ScoringSheet] = {}
    for one in ScoringSheet.objects.filter(file__in=[file.pk for file in files]).order_by("number"):
        newest[one.file_id] = one
    return list(newest.values())
