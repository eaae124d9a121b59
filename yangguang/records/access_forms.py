"""Forms of access to originals."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import DayField, WrittenField
from yangguang.base.forms import OfficialForm, Parts
from yangguang.records.access_queries import key_of, offered
from yangguang.records.models import AccessGround, AccessRequest, AccessScope

NO_PURPOSE = "没有填写调阅事由、范围和期限。"


class AskForm(OfficialForm):
    """What for, under which matter, how much of which file, until when."""

    parts: ClassVar[Parts] = (
        ("案卷", ("file_number",)), ("事由", ("purpose", "matter_number")),
        ("范围和期限", ("scope", "extent", "wanted_until", "wants_download")),
    )  # fmt: skip
    when_empty: ClassVar[dict[str, str]] = dict.fromkeys(("purpose", "scope", "wanted_until"), NO_PURPOSE)

    file_number = WrittenField(label="案号", most=120)
    purpose = WrittenField(label="调阅事由", most=400, lines=True)
    matter_number = WrittenField(
        label="事项编号", most=120, required=False, help_text="正在办理的案件、评查、复议诉讼或者监督事项的编号。"
    )
    scope = forms.ChoiceField(label="调阅范围", choices=AccessScope.choices, widget=forms.RadioSelect)
    extent = WrittenField(
        label="具体内容", most=400, lines=True, required=False, help_text="如：11月18日现场录像第10至12分钟。"
    )
    wanted_until = DayField(label="调阅至")
    wants_download = forms.BooleanField(label="需要下载原件", required=False)

    def __init__(self, *args: Any, known_number: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known_number:
            self.fields["file_number"].initial = known_number


class GrantForm(OfficialForm):
    """Which originals, until when, to be taken away or not."""

    items = forms.MultipleChoiceField(
        label="准许调阅的内容",
        widget=forms.CheckboxSelectMultiple,
        help_text="只选与事由有关的；调阅人只能看到选中的。",
    )
    access_expires_on = DayField(label="调阅期至")
    download = forms.BooleanField(label="准许下载原件", required=False)
    opinion = WrittenField(label="审批意见", most=400, lines=True, required=False, help_text="不填的，记为“同意。”")

    def __init__(self, *args: Any, access: AccessRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        items = self.fields["items"]
        assert isinstance(items, forms.MultipleChoiceField)
        items.choices = [(key_of(one), one.title) for one in offered(access.file_ref, access.scope)]
        self.fields["access_expires_on"].initial = access.wanted_until
        if not access.wants_download:
            del self.fields["download"]

    @property
    def facts(self) -> dict[str, Any]:
        """Nothing is taken away that was not asked for."""
        return {"download": False} | super().facts


class RefuseForm(OfficialForm):
    """Why not; of a supervisor's order also by which law."""

    reason = WrittenField(label="不予批准的理由", most=400, lines=True)
    legal_reason = WrittenField(
        label="法定理由", most=200, required=False, help_text="监督机关调取的，写明法律条文；由机关负责人决定。"
    )

    def __init__(self, *args: Any, access: AccessRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if access.ground != AccessGround.SUPERVISION:
            del self.fields["legal_reason"]


class ReasonForm(OfficialForm):
    """Why it is taken back."""

    reason = WrittenField(label="收回理由", most=400, lines=True)


class PlainForm(OfficialForm):
    """Nothing is filled in."""
