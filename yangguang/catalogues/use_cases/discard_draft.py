"""Give up a draft that was never adopted."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.catalogues.events import EditionDiscarded
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Edition, SampleForm
from yangguang.catalogues.open_drafts import open_draft
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def discard_draft(*, edition: Edition, actor: Actor, at: Moment) -> None:
    """Delete a draft and its rows; the ledger keeps that it existed and who gave it up. Raises Refused once it was reviewed."""
    draft = open_draft(edition, actor)
    if draft.outside_reviews.exists():
        raise Refused(
            "这份草案已经有外部审核意见，不能放弃。",
            list_of(draft.list_kind).clauses,
            remedy="请按审核意见修改后再送审。",
        )
    subject = draft.subject

    SampleForm.objects.filter(edition=draft).delete()
    draft.entries.all().delete()
    Edition.objects.filter(pk=draft.pk).delete()

    ledger.record(
        EditionDiscarded(draft.list_kind, list_of(draft.list_kind).title, draft.version),
        subject=subject, actor=actor, at=at,
    )  # fmt: skip
