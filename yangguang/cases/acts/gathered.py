"""What every form has on which something is gathered for the file: the kind, the day, by whom, the file itself."""

from __future__ import annotations

from typing import Any

from django import forms

from yangguang.base import vault
from yangguang.base.form_fields import DayField
from yangguang.cases.acts.fields import several
from yangguang.cases.acts.register import ActForm, officers_named, officers_to_choose
from yangguang.kernel import clock
from yangguang.records.api import EvidenceKind


class GatheredForm(ActForm):
    """A form may call those who took it by another word."""

    kind = forms.ChoiceField(label="种类", choices=EvidenceKind.choices)
    original = forms.BooleanField(label="原件", required=False)
    file = forms.FileField(label="存件", required=False, help_text="扫描件、照片、录音录像或者电子数据。")
    obtained_on = DayField(label="取得日期")
    officers = several("取得人")

    def prepare(self) -> None:
        """Today, by the officers assigned."""
        self.fields["obtained_on"].initial = clock.today()
        self.fields["officers"].choices = officers_to_choose(self.case)  # type: ignore[attr-defined]
        self.fields["officers"].initial = self.officers_of_today

    def gathered(self) -> dict[str, Any]:
        """What the act is given: officers themselves, and the content of the file."""
        told = self.told
        upload = told.pop("file")
        told["officers"] = officers_named(told["officers"])
        return told | ({"content": vault.content_of(upload), "file_name": upload.name} if upload else {})
