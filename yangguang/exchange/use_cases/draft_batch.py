"""Collect what has to go up into the body's one draft, checked row by row; what was drafted before gives way to it."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.directory.api import Body
from yangguang.exchange.collecting import Row, due_rows
from yangguang.exchange.events import UpwardBatchDrafted
from yangguang.exchange.models import RowState, UpwardBatch, UpwardItem, UpwardRow
from yangguang.exchange.policy import ASK_THEM, NOT_YOURS, may_draft
from yangguang.exchange.queries import collected_by, platform_of
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

NO_PLATFORM = "本机关还没有设定上级平台，不能上报。"
AT_ONCE = 500
SET_IT = "请系统管理员在“本地参数”中录入上级平台的名称和来源；由上级机关统一报送的不用设定。"


@transaction.atomic
def draft_batch(*, body: Body, actor: Actor, at: Moment) -> UpwardBatch | None:
    """The draft as of now, or None when nothing has to go up. Raises Refused where the body hands up nothing itself."""
    body = Body.objects.select_for_update(no_key=True).get(pk=body.pk)
    if not may_draft(actor, body):
        raise Refused(NOT_YOURS, remedy=ASK_THEM)
    platform = platform_of(body, at.day)
    if not platform:
        raise Refused(NO_PLATFORM, remedy=SET_IT)
    rows = due_rows(body, collected_by(body, at.day))
    draft = UpwardBatch.objects.filter(body=body, number=None).first()
    if draft is not None and same_as(draft, rows):
        return draft
    discard(draft)
    if not rows:
        return None
    draft = UpwardBatch.objects.create(body=body, platform=platform, drafted_at=at.recorded_at)
    items = _items(body, rows)
    UpwardRow.objects.bulk_create(
        [UpwardRow(batch=draft, item=item, action=row.action, state=row.state, cells=row.cells, missing=row.missing,
                   source_digest=row.source_digest) for row, item in zip(rows, items, strict=True)],
        batch_size=AT_ONCE,
    )  # fmt: skip
    lacking = sum(row.state == RowState.LACKING for row in rows)
    ledger.record(UpwardBatchDrafted(len(rows) - lacking, lacking), subject=draft.subject, actor=actor, at=at)
    return draft


def same_as(draft: UpwardBatch, rows: list[Row]) -> bool:
    """Whether a draft says what would be collected now."""
    drafted = {
        (one.item.kind, one.item.source_ref, one.item.part): (one.action, one.cells, one.missing, one.source_digest)
        for one in draft.rows.select_related("item").order_by("pk")
    }
    now = {
        (one.kind, one.source_ref, one.part): (one.action, one.cells, one.missing, one.source_digest) for one in rows
    }
    return drafted == now


def discard(draft: UpwardBatch | None) -> None:
    """A draft has no number and nobody has seen it above; items stay."""
    if draft is not None:
        draft.rows.all().delete()
        draft.delete()


def _items(body: Body, rows: list[Row]) -> list[UpwardItem]:
    """The item of each row; what goes up for the first time gets one."""
    items = [
        row.item
        or UpwardItem(
            collector=body, body_id=row.body_id, kind=row.kind, source_ref=row.source_ref, part=row.part, label=row.label
        )
        for row in rows
    ]  # fmt: skip
    UpwardItem.objects.bulk_create([one for one in items if one.pk is None], batch_size=AT_ONCE)
    return items
