"""Put a file of a sample form beside a guide of a draft; one of the same name is replaced (D09, D11)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger, vault
from yangguang.base.events import Actor
from yangguang.base.press.form_files import SUFFIXES, public_form
from yangguang.catalogues.events import SampleFormAdded
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Edition, SampleForm
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.open_drafts import typed_draft
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

MOST = 10
CLAUSE = "TSO-2018:service_guides"


@transaction.atomic
def add_sample_form(
    *, edition: Edition, code: str, title: str, content: bytes, file_name: str, actor: Actor, at: Moment
) -> SampleForm:
    """Keep what may be published of the file. Raises Refused for a hostile or unreadable file, or one too many."""
    draft = typed_draft(edition, actor)
    if draft.list_kind != ListKind.SERVICE_GUIDES or not draft.entries.filter(code=code).exists():
        raise Refused("只有服务指南的条目带示范文本。", CLAUSE, remedy="请在服务指南草案的条目中上传。")
    name = clean(title, label="表名", most=80, least=1, field="title")
    held = SampleForm.objects.filter(edition=draft, code=code)
    replaced = held.select_related("blob").filter(title=name).first()
    if replaced is None and held.count() >= MOST:
        raise Refused(f"一个事项最多{MOST}份示范文本。", CLAUSE, field="file", remedy="请先删去不用的。")
    made, media_type = public_form(content, name=file_name)
    blob = vault.store(made, media_type=media_type)
    before = replaced.blob.sha256 if replaced else ""
    values = {"blob": blob, "suffix": SUFFIXES[media_type], "added_on": at.day, "added_by_name": actor.actor_name}
    form, _ = SampleForm.objects.update_or_create(edition=draft, code=code, title=name, defaults=values)

    event = SampleFormAdded(
        draft.list_kind, list_of(draft.list_kind).title, draft.version, code=code, form=name, sha256=blob.sha256,
        replaces=before,
    )  # fmt: skip
    ledger.record(event, subject=draft.subject, actor=actor, at=at)
    return form
