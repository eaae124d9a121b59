"""Keep a workbook beside a draft, so that it can be examined before anything is imported."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger, vault
from yangguang.base.events import Actor
from yangguang.base.workbook_guard import MOST_BYTES
from yangguang.catalogues.events import WorkbookUploaded
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Edition
from yangguang.catalogues.open_drafts import typed_draft
from yangguang.kernel.moment import Moment

XLSX = ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",)


@transaction.atomic
def upload_workbook(*, edition: Edition, content: bytes, name: str, actor: Actor, at: Moment) -> Edition:
    """Store the workbook as it came; the rows of the draft stay as they are."""
    draft = typed_draft(edition, actor)

    draft.workbook = vault.store_upload(content, name=name, kinds=XLSX, limit=MOST_BYTES)
    draft.save(update_fields=["workbook"])

    ledger.record(
        WorkbookUploaded(
            draft.list_kind, list_of(draft.list_kind).title, draft.version, sha256=draft.workbook.sha256
        ),
        subject=draft.subject, actor=actor, at=at,
    )  # fmt: skip
    return draft
