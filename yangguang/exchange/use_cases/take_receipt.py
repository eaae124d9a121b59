"""Take a receipt in, whole or not at all, once: each row it speaks of is accepted, or comes back with its reason."""

from __future__ import annotations

import hashlib

from django.db import transaction

from yangguang.base import ledger, vault
from yangguang.base.events import Actor
from yangguang.exchange.events import UpwardReceiptTaken
from yangguang.exchange.models import RowAction, RowState, UpwardBatch, UpwardItem, UpwardReceipt, UpwardRow
from yangguang.exchange.policy import ASK_THEM, NOT_YOURS, may_take_receipts
from yangguang.exchange.rules.receipts import AGAIN, Answer, Receipt, read_receipt
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def take_receipt(*, content: bytes, name: str, actor: Actor, at: Moment) -> UpwardReceipt:
    """Reconcile it. Raises Refused (field `file`) for a hostile or foreign file, one that came before, and contradictions."""
    told = read_receipt(content)
    batch = UpwardBatch.objects.select_for_update(of=("self",)).select_related("body").filter(code=told.batch).first()
    if batch is None or not may_take_receipts(actor, batch.body):
        raise Refused(
            "没有这个批次编号的上报，或者不是本机关报送的。", field="file", remedy=f"{AGAIN}{NOT_YOURS}{ASK_THEM}"
        )
    if told.manifest != batch.manifest_digest:
        raise Refused("回执写明的清单指纹与报送的不一致，答复的不是这一批。", field="file", remedy=AGAIN)
    digest = hashlib.sha256(content).hexdigest()
    _refuse_repeated(batch, told, digest)
    rows = _rows(batch, told)
    receipt = UpwardReceipt.objects.create(
        batch=batch, body=batch.body, serial=told.serial, digest=digest, name=name[-120:],
        file=vault.store(content, media_type="application/json" if content.lstrip()[:1] == b"{" else "text/csv"),
        accepted=sum(one.accepted for one in told.answers), refused=sum(not one.accepted for one in told.answers),
        taken_at=at.recorded_at, taken_by_name=actor.actor_name,
    )  # fmt: skip
    _answer(receipt, rows, told.answers)
    event = UpwardReceiptTaken(batch.code, receipt.serial, receipt.accepted, receipt.refused, digest)
    ledger.record(event, subject=batch.subject, actor=actor, at=at)
    return receipt


def _refuse_repeated(batch: UpwardBatch, told: Receipt, digest: str) -> None:
    before = UpwardReceipt.objects.filter(body=batch.body, serial=told.serial).first()
    if before is None:
        return
    if before.digest == digest:
        raise Refused(f"第{told.serial}号回执已经收过，没有重复登记。", field="file", remedy="不需要再办。")
    raise Refused(
        f"第{told.serial}号回执以前收过，内容不一样。", field="file",
        remedy="同号的回执只能有一份，请与上级平台核对后索取新序号的回执。",
    )  # fmt: skip


def _rows(batch: UpwardBatch, told: Receipt) -> dict[int, UpwardRow]:
    every = {one.number or 0: one for one in batch.rows.select_related("item").order_by("number")}
    for answer in told.answers:
        row = every.get(answer.row)
        if row is None:
            raise Refused(f"这一批没有第{answer.row}行。", field="file", remedy=AGAIN)
        if row.state != RowState.HANDED:
            raise Refused(
                f"第{answer.row}行已经有回执（{row.get_state_display()}），不能再答复一次。", field="file",
                remedy="请与上级平台核对；需要更正的，由本机关重新报送。",
            )  # fmt: skip
    return every


def _answer(receipt: UpwardReceipt, rows: dict[int, UpwardRow], answers: tuple[Answer, ...]) -> None:
    changed, items = [], []
    for answer in answers:
        row = rows[answer.row]
        row.state = RowState.ACCEPTED if answer.accepted else RowState.REFUSED
        row.reason, row.answered_by = answer.reason, receipt
        changed.append(row)
        row.item.is_above = _is_above(row)
        items.append(row.item)
    UpwardRow.objects.bulk_update(changed, ["state", "reason", "answered_by"], batch_size=200)
    UpwardItem.objects.bulk_update(items, ["is_above"], batch_size=200)


def _is_above(row: UpwardRow) -> bool:
    """Whether the upper platform may have it still: not after an accepted withdrawal, nor when it never took it."""
    if row.item.latest_id != row.pk:
        return row.item.is_above
    if row.action == RowAction.WITHDRAW:
        return row.state == RowState.REFUSED
    return row.state == RowState.ACCEPTED or row.action == RowAction.CORRECT
