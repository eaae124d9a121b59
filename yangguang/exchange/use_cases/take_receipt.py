"""Take a receipt in, whole or not at all, once: each row it speaks of is accepted, or comes back with its reason."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger, vault
from yangguang.base.events import Actor
from yangguang.exchange.events import UpwardReceiptTaken
from yangguang.exchange.models import RowAction, RowState, UpwardBatch, UpwardItem, UpwardReceipt, UpwardRow
from yangguang.exchange.policy import may_take_receipts
from yangguang.exchange.queries import platform_key_of
from yangguang.exchange.rules.receipts import AGAIN, Answer, Receipt, read_receipt
from yangguang.exchange.signing import platform_signed, receipt_head
from yangguang.kernel.digests import digest_of
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

AT_ONCE = 200
ASK_FOR_SIGNATURE = "请向上级平台索取回执和与它同名的 .sig 签名文件，不要改动。"


@transaction.atomic
def take_receipt(*, content: bytes, name: str, actor: Actor, at: Moment, signature: bytes = b"") -> UpwardReceipt:
    """Reconcile it. Raises Refused (field `file`) for a hostile or foreign file, one that came before, contradictions, and, where
    the platform's key is set, for one it did not sign.
    """
    told = read_receipt(content)
    batch = UpwardBatch.objects.select_for_update(of=("self",)).select_related("body").filter(code=told.batch).first()
    if batch is None or not may_take_receipts(actor, batch.body):
        raise Refused(
            "没有这个批次编号的上报，或者不是本机关报送的。",
            field="file",
            remedy="请核对批次编号；是其他机关的，请交该机关的公示员收取。",
        )
    if told.manifest != batch.manifest_digest:
        raise Refused("回执写明的清单指纹与报送的不一致，答复的不是这一批。", field="file", remedy=AGAIN)
    digest = digest_of(content)
    key = platform_key_of(batch.body, at.day)
    _refuse_unsigned(told, digest, signature, key)
    _refuse_repeated(batch, told, digest)
    rows = _rows(batch, told)
    receipt = UpwardReceipt.objects.create(
        batch=batch, body=batch.body, serial=told.serial, digest=digest, name=name[-120:],
        file=vault.store(content, media_type="application/json" if content.lstrip()[:1] == b"{" else "text/csv"),
        accepted=sum(one.accepted for one in told.answers), refused=sum(not one.accepted for one in told.answers),
        signature=signature.decode() if key else "", signed_with=key, taken_at=at.recorded_at,
        taken_by_name=actor.actor_name,
    )  # fmt: skip
    _answer(receipt, rows, told.answers)
    event = UpwardReceiptTaken(batch.code, receipt.serial, receipt.accepted, receipt.refused, digest)
    ledger.record(event, subject=batch.subject, actor=actor, at=at)
    return receipt


def _refuse_unsigned(told: Receipt, digest: str, signature: bytes, key: str) -> None:
    if not key:
        return
    if not signature:
        raise Refused("回执没有上级平台的签名，不能收下。", field="signature", remedy=ASK_FOR_SIGNATURE)
    head = receipt_head(batch=told.batch, serial=told.serial, digest=digest)
    if not platform_signed(signature, head=head, vkey=key):
        raise Refused(
            "签名不是上级平台对这份回执作出的，不能收下。", field="signature",
            remedy=f"{ASK_FOR_SIGNATURE}平台换了公钥的，请系统管理员在“本地参数”中更新。",
        )  # fmt: skip


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
    changed = []
    for answer in answers:
        row = rows[answer.row]
        row.state = RowState.ACCEPTED if answer.accepted else RowState.REFUSED
        row.reason, row.answered_by = answer.reason, receipt
        changed.append(row)
    UpwardRow.objects.bulk_update(changed, ["state", "reason", "answered_by"], batch_size=AT_ONCE)
    items = [row.item for row in changed]
    for start in range(0, len(items), AT_ONCE):
        _see_what_is_above(items[start : start + AT_ONCE])
    UpwardItem.objects.bulk_update(items, ["is_above"], batch_size=AT_ONCE)


def _see_what_is_above(items: list[UpwardItem]) -> None:
    """What the upper platform may have still: something it took or has not answered, and no withdrawal it took since."""
    above = dict.fromkeys((one.pk for one in items), False)
    handed = UpwardRow.objects.filter(item__in=items).exclude(number=None).order_by("batch__number", "number")
    for item, action, state in handed.values_list("item_id", "action", "state"):
        if action != RowAction.WITHDRAW:
            above[item] = above[item] or state in {RowState.HANDED, RowState.ACCEPTED}
        elif state == RowState.ACCEPTED:
            above[item] = False
    for one in items:
        one.is_above = above[one.pk]
