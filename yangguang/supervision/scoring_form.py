"""The scoring sheet on the screen: veto items first, then one line for each item of each section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.kernel.refusal import Refused
from yangguang.supervision.rules.scoring import Deduction, VetoAnswer, read_points, shown_points
from yangguang.supervision.rules.sheets import EvaluationSheet, Item, Section, Veto


@dataclass(frozen=True)
class Line:
    """What stands in one line: the veto item or item, and its three fields."""

    about: Veto | Item
    asked: BoundField
    page: BoundField
    fact: BoundField
    most: str = ""


class ScoringForm(OfficialForm):
    """Every field is named by its item, so that a draft fits whatever was scored before."""

    def __init__(self, *args: Any, sheet: EvaluationSheet, rechecks: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sheet = sheet
        for veto in sheet.vetoes:
            self.fields[f"veto_{veto.code}"] = forms.ChoiceField(
                label=veto.label, choices=(("no", "没有"), ("yes", "有")), required=False, widget=forms.RadioSelect
            )
            self._explained(veto.code, veto.label)
        for code, (_, item) in sheet.items().items():
            self.fields[f"points_{code}"] = self._short(f"{code} {item.label}扣分", 6, inputmode="decimal")
            self._explained(code, f"{code} {item.label}")
        if rechecks:
            self.fields["answer"] = WrittenField(label="对异议的答复", most=2000, lines=True)
        self.fields["remark"] = WrittenField(label="评语", most=2000, lines=True, required=False)

    def _explained(self, code: str, label: str) -> None:
        self.fields[f"page_{code}"] = self._short(f"{label}的页码", 40)
        self.fields[f"fact_{code}"] = self._short(f"{label}的事实", 300)

    @staticmethod
    def _short(label: str, most: int, **attrs: str) -> WrittenField:
        widget = forms.TextInput(attrs={"aria-label": label, "class": "control", **attrs})
        return WrittenField(label=label, most=most, required=False, widget=widget)

    def veto_lines(self) -> Iterator[Line]:
        """The veto items with their fields."""
        for one in self.sheet.vetoes:
            yield Line(one, self[f"veto_{one.code}"], self[f"page_{one.code}"], self[f"fact_{one.code}"])

    def parts_to_score(self) -> Iterator[tuple[Section, str, list[Line]]]:
        """The sections with their points and the lines of their items."""
        for section in self.sheet.sections:
            lines = [
                Line(
                    one,
                    self[f"points_{one.code}"],
                    self[f"page_{one.code}"],
                    self[f"fact_{one.code}"],
                    shown_points(one.most),
                )
                for one in section.items
            ]
            yield section, shown_points(section.maximum), lines

    def clean(self) -> dict[str, Any]:
        """Points as numbers of their item."""
        cleaned = super().clean() or {}
        for code in self.sheet.items():
            typed = str(cleaned.get(f"points_{code}") or "").strip()
            try:
                cleaned[f"points_{code}"] = read_points(typed, least=0) if typed else 0
            except Refused as fault:
                self.add_error(f"points_{code}", f"{fault.reason}{fault.remedy}")
        return cleaned

    @property
    def facts(self) -> dict[str, Any]:
        """Answers and deductions; a veto item nobody answered is left out, and the act refuses that."""
        told = self.cleaned_data
        answers = [
            VetoAnswer(one.code, told[f"veto_{one.code}"] == "yes", *self._where(one.code))
            for one in self.sheet.vetoes if told.get(f"veto_{one.code}")
        ]  # fmt: skip
        deductions = [
            Deduction(code, told[f"points_{code}"], *self._where(code))
            for code in self.sheet.items() if told[f"points_{code}"] or any(self._where(code))
        ]  # fmt: skip
        more = {"answer": told["answer"]} if "answer" in self.fields else {}
        return {"answers": answers, "deductions": deductions, "remark": told["remark"], **more}

    def _where(self, code: str) -> tuple[str, str]:
        return self.cleaned_data.get(f"page_{code}") or "", self.cleaned_data.get(f"fact_{code}") or ""
