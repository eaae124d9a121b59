"""归档."""

from __future__ import annotations

from typing import Any

from django import forms

from yangguang.base.form_fields import WrittenField
from yangguang.cases.acts.register import ActForm, form_of
from yangguang.cases.signatures import lacking_signatures, titles_of
from yangguang.cases.use_cases.archive_file import LONGEST_NOTE, archive_file, contents_of
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import Retention, plan_of


@form_of("archive_file")
class ArchiveForm(ActForm):
    """The contents with their page numbers; afterwards nothing in the file changes."""

    button = "归档"
    done = "案卷已归档，归档卷正在装订。"
    consequence = "归档后案卷不再增加、删除和改动。"

    kept_for = forms.ChoiceField(
        label="保管期限", choices=[("", "请选择"), *Retention.choices], help_text="按本机关经审核同意的保管期限表。"
    )
    condition = WrittenField(
        label="本卷情况说明",
        most=LONGEST_NOTE,
        lines=True,
        required=False,
        help_text="写入备考表：缺损、修改、补充、移出等；没有的不填。",
    )

    unsigned_reason = WrittenField(label="签名页没有归入的原因", most=200, lines=True)

    def prepare(self) -> None:
        """A reason is asked for only where signed pages are lacking."""
        if not (missing := lacking_signatures(self.case)):
            del self.fields["unsigned_reason"]
            return
        words = f"缺少{titles_of(missing)}的签名页。能够归入的，请承办人先归入；确实无法归入的，写明原因，写入备考表。"
        self.fields["unsigned_reason"].help_text = words
        self.fields["unsigned_reason"].required = False

    def carry_out(self, *, actor: Account, at: Moment) -> object:
        """Archive it."""
        return archive_file(actor=actor, at=at, **self.told)

    def aside(self) -> dict[str, Any]:
        """What the catalogue will say, volume by volume."""
        rows, pages = contents_of(self.case.public_id)
        volumes = [volume.label for volume in plan_of(self.case.public_id) for _ in volume.entries]
        told = [
            (f"{volume} {row[0]}", " ".join(filter(None, (row[2], row[1]))) + f"（第{row[4]}页）")
            for volume, row in zip(volumes, rows, strict=True)
        ]  # fmt: skip
        return {"title": "卷内目录", "note": f"{len(rows)} 份，{pages} 页", "rows": told, "source": ""}
