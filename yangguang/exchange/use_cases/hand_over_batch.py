"""A person hands the draft over: it gets its number, files and signature, and the front-end picks it up."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max

from yangguang.base import ledger, vault
from yangguang.directory.api import Account, Body
from yangguang.exchange.collecting import due_rows
from yangguang.exchange.events import UpwardBatchHanded
from yangguang.exchange.models import BatchState, RowAction, RowState, UpwardBatch, UpwardItem, UpwardRow
from yangguang.exchange.packing import packed
from yangguang.exchange.policy import ASK_THEM, NOT_YOURS, may_hand_up
from yangguang.exchange.queries import collected_by, platform_of
from yangguang.exchange.signing import FIRST, must_sign
from yangguang.exchange.use_cases.draft_batch import same_as
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def hand_over_batch(*, batch: UpwardBatch, actor: Account, at: Moment) -> UpwardBatch:
    """Fix it. Raises Refused when something was corrected or taken back since it was drafted, and when no row is complete."""
    body = Body.objects.select_for_update(no_key=True).get(pk=batch.body_id)
    if not may_hand_up(actor, body):
        raise Refused(NOT_YOURS, remedy=ASK_THEM)
    draft = UpwardBatch.objects.filter(pk=batch.pk).first()
    if draft is None or not draft.is_draft:
        raise Refused("这份草稿已经报送，或者已经重新草拟。", remedy="请刷新“上报与回执”核对。")
    if platform_of(body, at.day) != draft.platform:
        raise Refused("草拟以后上级平台的设定有变化，不能按原稿报送。", remedy="请重新草拟，核对后再报送。")
    if not same_as(draft, due_rows(body, collected_by(body, at.day))):
        raise Refused("草拟以后公开的内容有变化，不能按原稿报送。", remedy="请重新草拟，核对后再报送。")
    rows = list(draft.rows.filter(state=RowState.DRAFTED).select_related("item").order_by("pk"))
    if not rows:
        raise Refused("没有可以报送的数据，各行都还缺项。", remedy="请先按每一行写明的办法补齐。")

    draft.rows.filter(state=RowState.LACKING).delete()  # they come with the next draft
    last = UpwardBatch.objects.filter(body=body).aggregate(last=Max("number"))["last"] or 0
    before = UpwardBatch.objects.filter(body=body, number=last).first()
    draft.body, draft.number, draft.state = body, last + 1, BatchState.HANDED
    draft.code = f"{body.credit_code or body.public_id.upper()}-{draft.number:06d}"
    draft.handed_on, draft.handed_at, draft.handed_by_name = at.day, at.recorded_at, actor.actor_name
    draft.previous = before.manifest_digest if before else FIRST
    must_sign(first=before is None)
    _number(rows)
    made = packed(draft, rows)
    draft.manifest_digest, draft.files = made.manifest, vault.store(made.content, media_type="application/zip")
    draft.save()
    event = UpwardBatchHanded(draft.public_id, draft.code, len(rows), draft.platform, draft.manifest_digest)
    ledger.record(event, subject=draft.subject, actor=actor, at=at)
    return draft


def _number(rows: list[UpwardRow]) -> None:
    items = []
    for number, row in enumerate(rows, start=1):
        row.number, row.state = number, RowState.HANDED
        item = row.item
        item.latest, item.again = row, False
        item.is_above = item.is_above or row.action != RowAction.WITHDRAW
        items.append(item)
    UpwardRow.objects.bulk_update(rows, ["number", "state"], batch_size=200)
    UpwardItem.objects.bulk_update(items, ["latest", "again", "is_above"], batch_size=200)
