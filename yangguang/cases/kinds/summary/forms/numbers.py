"""发放号段, 作废空白号码, 交回号段."""

from __future__ import annotations

from typing import Any

from django import forms

from yangguang.base import number_ranges
from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.base.models import NumberRange
from yangguang.directory.api import Account, Officer, Unit


class AllocationForm(OfficialForm):
    """To whom, how many."""

    holder = forms.ChoiceField(label="领用人")
    size = forms.IntegerField(label="号码个数", min_value=1, max_value=number_ranges.MOST, initial=50)

    def __init__(self, *args: Any, account: Account, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        officers = Officer.objects.filter(body_id=account.body_id, left_on=None).order_by("pk")
        units = Unit.objects.filter(body_id=account.body_id).order_by("pk")
        self.holders: dict[str, Officer | Unit] = {
            **{one.public_id: one for one in officers}, **{one.public_id: one for one in units},
        }  # fmt: skip
        names = [(ref, one.name) for ref, one in self.holders.items()]
        self.fields["holder"].choices = [("", "请选择"), *names]  # type: ignore[attr-defined]


class VoidingForm(OfficialForm):
    """Which number, why."""

    number = forms.TypedChoiceField(label="号码", coerce=int)
    reason = WrittenField(label="作废原因", most=400, lines=True)

    def __init__(self, *args: Any, run: NumberRange, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        free = [(number, run.text_of(number)) for number in number_ranges.free_in(run)]
        self.fields["number"].choices = free  # type: ignore[attr-defined]


class EndingForm(OfficialForm):
    """Why it is handed in."""

    reason = WrittenField(label="交回原因", most=400, lines=True)
