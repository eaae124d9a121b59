"""Put a row into a draft: a new one, or a changed one."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction
from django.db.models import Max

from yangguang.base import ledger
from yangguang.base.approvals import digest_of
from yangguang.base.events import Actor
from yangguang.catalogues.events import EntryChanged
from yangguang.catalogues.lists.definition import read_code
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.models import Edition, Entry, SampleForm
from yangguang.catalogues.open_drafts import typed_draft
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


def fingerprint(entry: Entry) -> str:
    """What a form remembers of the row it was opened with."""
    return digest_of({"columns": entry.columns, "official": entry.official, "code": entry.code})


@transaction.atomic
def put_entry(
    *, edition: Edition, code: str, cells: Mapping[str, str], official: bool, actor: Actor, at: Moment,
    entry: Entry | None = None, seen: str = "",
) -> Entry:  # fmt: skip
    """Add a row, or change `entry`. Raises Refused for faulty cells, a code in use, or a row changed since it was `seen`."""
    draft = typed_draft(edition, actor)
    definition = list_of(draft.list_kind)
    kept_code = read_code(code)
    columns = definition.read(cells)
    if official and not columns.get("source"):
        raise Refused("官方内容应当写明来源文件；自拟的请标为演示。", field="source")
    current = draft.entries.filter(pk=entry.pk).first() if entry else None
    if entry and (current is None or (seen and fingerprint(current) != seen)):
        raise Refused("这一条在您打开之后被别人改过。", remedy="请另开页面核对现在的内容，再决定是否保存您的修改。")
    if draft.entries.filter(code=kept_code).exclude(pk=entry.pk if entry else 0).exists():
        raise Refused(f"编号“{kept_code}”已经有一条。", field="code", remedy="请换一个编号，或者修改原有的一条。")

    row = current or Entry(edition=draft, position=_next_position(draft))
    if current and current.code != kept_code:
        SampleForm.objects.filter(edition=draft, code=current.code).update(code=kept_code)
    row.code, row.columns, row.official = kept_code, columns, official
    row.save()

    ledger.record(
        EntryChanged(
            draft.list_kind, definition.title, draft.version, code=kept_code, change="changed" if entry else "added"
        ),
        subject=draft.subject, actor=actor, at=at,
    )  # fmt: skip
    return row


def _next_position(draft: Edition) -> int:
    highest: int | None = draft.entries.aggregate(top=Max("position"))["top"]
    return (highest or 0) + 1
