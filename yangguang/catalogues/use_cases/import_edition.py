"""Replace the rows of a draft by those of a workbook: all of them, or none."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger, vault
from yangguang.base.events import Actor
from yangguang.base.sheets import SheetRefused
from yangguang.catalogues.events import EditionImported
from yangguang.catalogues.lists import workbook
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Edition, Entry, SampleForm
from yangguang.catalogues.open_drafts import typed_draft
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def import_edition(*, edition: Edition, actor: Actor, at: Moment) -> Edition:
    """Import the workbook kept beside the draft. Raises SheetRefused with every fault, and then nothing is imported."""
    draft = typed_draft(edition, actor)
    if draft.workbook is None:
        raise Refused("还没有上传工作簿。", field="file", remedy="请先选择文件。")
    definition = list_of(draft.list_kind)
    rows, faults = workbook.read(definition, vault.read(draft.workbook))
    if faults:
        raise SheetRefused([], faults)

    draft.entries.all().delete()
    SampleForm.objects.filter(edition=draft).exclude(code__in=[row.code for row in rows]).delete()
    for position, row in enumerate(rows, start=1):
        Entry.objects.create(
            edition=draft, code=row.code, position=position, columns=row.columns, official=row.official
        )

    ledger.record(
        EditionImported(
            draft.list_kind, definition.title, draft.version, rows=len(rows), sha256=draft.workbook.sha256
        ),
        subject=draft.subject, actor=actor, at=at,
    )  # fmt: skip
    return draft
