"""Forms of the acts on annual reports."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.forms.boundfield import BoundField

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.kernel import money
from yangguang.kernel.refusal import Refused
from yangguang.reporting.models import FiledTo, HandFigure
from yangguang.reporting.rules.counting import HandValue
from yangguang.reporting.rules.templates import Column, Template

NOT_HELD = "无"


class YearForm(OfficialForm):
    """Which year; for one that is public already, why it is corrected."""

    year = forms.TypedChoiceField(label="统计年度", coerce=int)
    correction_reason = WrittenField(
        label="更正理由", most=400, required=False, help_text="这一年度已经公开过年报的，写明为什么更正，理由一并公开。"
    )

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [(one, f"{one}年") for one in years]  # type: ignore[attr-defined]


class OverviewForm(OfficialForm):
    """The text part."""

    overview = WrittenField(
        label="总体情况说明", most=8000, lines=True,
        help_text="写明本机关职责和执法队伍、年度执法总体情况、与上年比较、存在的问题和改进打算。不写个人信息和尚未公开的案情。",
    )  # fmt: skip


class OpinionForm(OfficialForm):
    """A word to the head."""

    opinion = WrittenField(label="编制说明", most=1000, lines=True, required=False)


class ReturnForm(OfficialForm):
    """Why it goes back."""

    reason = WrittenField(label="退回理由", most=1000, lines=True)


class AdoptForm(OfficialForm):
    """The head's words, a reason where it is late, and the code."""

    opinion = WrittenField(label="审定意见", most=1000, lines=True, initial="同意。")
    late_reason = WrittenField(label="逾期公开的原因", most=400, help_text="已经过了1月31日，原因由上级机关看到。")
    code = forms.CharField(
        label="动态验证码", max_length=6, help_text="验证器上现在显示的六位数字。",
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )  # fmt: skip

    def __init__(self, *args: Any, late: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not late:
            del self.fields["late_reason"]


class FilingForm(OfficialForm):
    """What the receipt says."""

    to = forms.ChoiceField(label="报送对象", choices=FiledTo.choices)
    office_name = WrittenField(label="接收机关", most=120)
    number = WrittenField(label="报送文号或者回执编号", most=80)
    filed_on = DayField(label="报送日期")


class FiguresForm(OfficialForm):
    """One field a figure: a number, or 无 where the body has no such duty; an empty one stays unfilled."""

    def __init__(self, *args: Any, template: Template, held: Mapping[str, HandFigure], **kwargs: Any) -> None:
        self.columns = {_field(table.name, one.name): (table, one) for table, one in template.manual()}
        initial = {
            name: _typed(one, held.get(f"{table.name}.{one.name}")) for name, (table, one) in self.columns.items()
        }
        super().__init__(*args, initial=initial, **kwargs)
        self.told = initial
        for name, (_, one) in self.columns.items():
            unit = f"{one.label}（{one.unit}）"
            self.fields[name] = WrittenField(label=unit, most=20, required=False, help_text=one.note)

    def laid_out(self) -> list[tuple[str, list[BoundField]]]:
        """Table by table."""
        tables = dict.fromkeys(table for table, _ in self.columns.values())
        return [
            (table.title, [self[name] for name, (of, _) in self.columns.items() if of is table]) for table in tables
        ]

    def clean(self) -> dict[str, Any]:
        """Each figure as a number of its unit."""
        cleaned = super().clean() or {}
        for name, (_, column) in self.columns.items():
            try:
                cleaned[name] = read(column, str(cleaned.get(name) or ""), name)
            except Refused as fault:
                self.add_error(name, f"{fault.reason}{fault.remedy}")
        return cleaned

    @property
    def figures(self) -> dict[str, HandValue]:
        """What was filled in, by `table.column`."""
        told = {f"{table.name}.{one.name}": self.cleaned_data.get(name) for name, (table, one) in self.columns.items()}
        return {name: value for name, value in told.items() if value is not None}


def read(column: Column, text: str, field: str) -> HandValue | None:
    """What was typed: 12, 3.5 (万元), 无. Raises Refused for anything else."""
    if not text:
        return None
    if text == NOT_HELD:
        return HandValue(not_held=True)
    if column.is_money:
        return HandValue(money.parse_yuan(text if text[-1] in "元万" else f"{text}万元", field))
    if not text.isdecimal() or not text.isascii():
        raise Refused("请填不小于0的整数，没有这项职责的填“无”。", field=field)
    return HandValue(int(text))


def _field(table: str, column: str) -> str:
    return f"{table}__{column}"


def _typed(column: Column, held: HandFigure | None) -> str:
    if held is None:
        return ""
    if held.not_held or held.value is None:
        return NOT_HELD
    return f"{money.wan_yuan(held.value).normalize():f}" if column.is_money else str(held.value)
