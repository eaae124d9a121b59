"""The forms of an entrustment: its filing or return, its publication by each side, its end."""

from __future__ import annotations

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.directory.models import Body


class FilingForm(OfficialForm):
    """Number and day of the filing."""

    filing_number = WrittenField(label="备案编号", most=80)
    filed_on = DayField(label="备案日期")


class ReturningForm(OfficialForm):
    """Why it is not filed."""

    reason = WrittenField(
        label="退回理由", most=500, lines=True, help_text="退回以后不能公布和实施，由委托机关终止，按理由重新签订。"
    )


class PublishingForm(OfficialForm):
    """Which side published, and when."""

    by = forms.ModelChoiceField(Body.objects.none(), label="公布的一方", to_field_name="public_id")
    published_on = DayField(label="公布日期")
    published_where = WrittenField(
        label="公布的网址或者位置", most=300, help_text="公众在哪里看得到委托书全文：网页地址，或者公告栏的位置。"
    )


class EndingForm(OfficialForm):
    """From which day on, and why."""

    ended_on = DayField(label="终止日期", help_text="从这一天起不得再据以实施。")
    reason = WrittenField(label="终止原因")
