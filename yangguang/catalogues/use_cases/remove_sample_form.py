"""Take a file of a sample form out of a draft; editions adopted before keep theirs."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.catalogues.events import SampleFormRemoved
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import SampleForm
from yangguang.catalogues.open_drafts import typed_draft
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def remove_sample_form(*, form: SampleForm, actor: Actor, at: Moment) -> None:
    """Take it out. Raises Refused once the edition is submitted or adopted, or when it is gone already."""
    draft = typed_draft(form.edition, actor)
    held = SampleForm.objects.select_related("blob").filter(pk=form.pk, edition=draft).first()
    if held is None:
        raise Refused("这份示范文本已经不在草案中。", "TSO-2018:service_guides", remedy="请刷新页面。")
    event = SampleFormRemoved(
        draft.list_kind, list_of(draft.list_kind).title, draft.version, code=held.code, form=held.title,
        sha256=held.blob.sha256,
    )  # fmt: skip
    held.delete()

    ledger.record(event, subject=draft.subject, actor=actor, at=at)
