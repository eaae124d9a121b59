"""Forms of handing up."""

from __future__ import annotations

from typing import Any

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.base.forms import OfficialForm
from yangguang.exchange.models import RowState, UpwardRow
from yangguang.exchange.sources import items_of

EMPTY = "文件是空的，请重新选择。"


class PlainForm(OfficialForm):
    """Nothing is filled in."""


class ReceiptForm(OfficialForm):
    """The file that came from above."""

    file = forms.FileField(
        label="回执文件", help_text="上级平台出具的 CSV 或者 JSON，不要改动。",
        widget=forms.FileInput(attrs={"accept": ".csv,.json"}), error_messages={"empty": EMPTY},
    )  # fmt: skip
    signature = forms.FileField(
        label="签名文件", required=False, help_text="随回执来的 .sig 文件；本机关设定了上级平台公钥的，必须一并上传。",
        widget=forms.FileInput(attrs={"accept": ".sig"}), error_messages={"empty": EMPTY},
    )  # fmt: skip


class MendForm(OfficialForm):
    """What only people know of a row; and, for one that came back, whether it goes up again as it is."""

    def __init__(self, *args: Any, row: UpwardRow, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for one in items_of(row.item.kind, row.item.body.region_code):
            if one.by_hand and one.required:
                self.fields[one.code] = WrittenField(label=one.label, required=False, most=400, help_text=one.hint)
                self.fields[one.code].initial = row.item.added.get(one.code, "")
        if row.state == RowState.REFUSED:
            self.fields["again"] = forms.BooleanField(label="按原内容再次报送", required=False)
            self.fields["note"] = WrittenField(label="说明", required=False, most=200)

    @property
    def facts(self) -> dict[str, Any]:
        """What was filled in, apart from the two that are the form's own."""
        told = dict(super().facts)
        again, note = bool(told.pop("again", False)), told.pop("note", "")
        return {"added": told, "again": again, "note": note}
