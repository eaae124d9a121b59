"""Forms of giving outside."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm, Parts
from yangguang.records.access_queries import key_of, offered
from yangguang.records.models import AccessScope, Recipient, Secrecy


class ProposeForm(OfficialForm):
    """To whom, by which paper, what for, what of it, and what the look for secrets found."""

    parts: ClassVar[Parts] = (
        ("接收人", ("recipient", "recipient_name", "paper_number")), ("用途和内容", ("purpose", "items")),
        ("保密审查", ("secrecy", "secrecy_note")),
    )  # fmt: skip
    recipient = forms.ChoiceField(label="接收人种类", choices=Recipient.choices)
    recipient_name = WrittenField(label="接收人", most=120)
    paper_number = WrittenField(
        label="调取文书文号", most=120, required=False, help_text="法院、检察院、复议机关、公安机关凭调取文书。"
    )
    purpose = WrittenField(label="用途", most=400, lines=True)
    items = forms.MultipleChoiceField(label="提供的内容", widget=forms.CheckboxSelectMultiple)
    secrecy = forms.ChoiceField(label="能否提供", choices=Secrecy.choices, widget=forms.RadioSelect)
    secrecy_note = WrittenField(
        label="保密审查说明", most=400, lines=True, help_text="写明国家秘密、商业秘密、个人隐私、举报人各项的审查结论。"
    )

    def __init__(self, *args: Any, file_ref: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        items = self.fields["items"]
        assert isinstance(items, forms.MultipleChoiceField)
        items.choices = [(key_of(one), one.title) for one in offered(file_ref, AccessScope.WHOLE)]


class OpinionForm(OfficialForm):
    """What the head of the body says."""

    opinion = WrittenField(label="意见", most=400, lines=True, required=False)
