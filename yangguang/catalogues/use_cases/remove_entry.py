"""Take a row out of a draft."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.catalogues.events import EntryChanged
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Entry, SampleForm
from yangguang.catalogues.open_drafts import typed_draft
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def remove_entry(*, entry: Entry, actor: Actor, at: Moment) -> None:
    """Take a row out. Earlier editions keep it; the comparison shows it as 删."""
    draft = typed_draft(entry.edition, actor)
    current = draft.entries.filter(pk=entry.pk).first()
    if current is None:
        raise Refused("这一条已经不在草案中。", remedy="请刷新页面。")

    SampleForm.objects.filter(edition=draft, code=current.code).delete()
    current.delete()

    ledger.record(
        EntryChanged(
            draft.list_kind, list_of(draft.list_kind).title, draft.version, code=entry.code, change="removed"
        ),
        subject=draft.subject, actor=actor, at=at,
    )  # fmt: skip
