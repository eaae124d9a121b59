"""The forms by which a publisher blackens a paper from outside and says that it may leave."""

from __future__ import annotations

from typing import Any

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.press.rebuilding import Box

PARTS = 100  # boxes are typed in percent of the page


class BoxesField(WrittenField):
    """Boxes one a line: page:left,top,right,bottom in percent."""

    def clean(self, value: Any) -> Any:
        """The boxes. A line that is none is named."""
        return [self._box(line) for line in super().clean(value).splitlines() if line.strip()]

    def _box(self, line: str) -> Box:
        number, _, sides = line.replace("：", ":").replace("，", ",").partition(":")
        try:
            left, top, right, bottom = (float(side) / PARTS for side in sides.split(","))
            told = Box(int(number), left, top, right, bottom)
        except (ValueError, OverflowError):
            told = None
        if told is None or not all(0 <= side <= 1 for side in (told.left, told.top, told.right, told.bottom)):
            raise forms.ValidationError(f"“{line.strip()[:40]}”不是“页:左,上,右,下”（0 至 100 的百分数）。")
        return told


class BlackenForm(OfficialForm):
    """Every box of every page."""

    boxes = BoxesField(label="遮盖的位置", most=20_000, lines=True, required=False,
                       help_text="每行一处：页:左,上,右,下，以页宽、页高的百分数计，如 1:10,20,35,24。"
                                 "也可以在页面上拖画。")  # fmt: skip


class SettleForm(OfficialForm):
    """Whether the rebuilt file leaves."""

    publish = forms.TypedChoiceField(
        label="这份附件", choices=[("yes", "逐页看过，重建的图像随公开文本公开"), ("no", "不公开")],
        widget=forms.RadioSelect, coerce=lambda told: told == "yes",
    )  # fmt: skip
    made = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
