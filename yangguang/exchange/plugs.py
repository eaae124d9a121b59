"""What handing up plugs into the sockets below: a daily draft, the folders of the front-end, the invariants of `verify`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from yangguang.base.events import SystemActor
from yangguang.base.jobs import scheduled
from yangguang.base.outbox import listener
from yangguang.base.verifying import invariant, reminder
from yangguang.exchange import folders, verifying
from yangguang.exchange.events import UpwardBatchHanded
from yangguang.exchange.models import UpwardBatch
from yangguang.exchange.queries import answer_due, body_named, collectors, missing_receipts, overtaken, unanswered
from yangguang.exchange.use_cases.draft_batch import draft_batch
from yangguang.exchange.use_cases.take_receipt import take_receipt
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_days import in_words

JOB = SystemActor("upward")


@scheduled("exchange.draft", title="草拟上报批次", every=timedelta(days=1))
def draft_daily() -> int:
    """How many bodies have something to hand up."""
    return sum(draft_batch(body=one, actor=JOB, at=Moment.now()) is not None for one in collectors(clock.today()))


@listener(UpwardBatchHanded, name="exchange.put_out", patient=True)
def put_out(entry: Any) -> None:
    """Into the folder that the front-end picks up."""
    folders.put_out(UpwardBatch.objects.select_related("files").get(public_id=entry.facts["batch_ref"]))


@scheduled("exchange.receipts", title="收取上级平台的回执", every=timedelta(minutes=1))
def take_waiting_receipts() -> int:
    """How many were taken in; what is refused is put aside with its reason, and the next one is looked at. A file that cannot be
    read keeps no other waiting; it is told at the end.
    """
    taken, unread = 0, []
    for path in folders.waiting_receipts():
        try:
            content, signature = folders.content_of(path), folders.signature_of(path)
        except OSError as fault:
            unread.append(fault)
            continue
        try:
            take_receipt(
                content=content, name=folders.legible(path.name), signature=signature, actor=JOB, at=Moment.now()
            )  # fmt: skip
        except Refused as refusal:
            folders.put_aside(path, why=f"{refusal.reason}{refusal.remedy}", whose=body_named(content))
        else:
            folders.put_aside(path)
            taken += 1
    if unread:
        raise unread[0]
    return taken


@invariant("upward_batches", title="上报批次连续，文件、清单和签名与报送时一致")
def batches() -> Iterator[str]:
    """Numbers without a gap, each batch naming the one before it, each file as its manifest says and as its rows say."""
    yield from verifying.batch_faults()


@invariant("upward_rows", title="上报的每一行只在一个状态，与回执一致")
def rows() -> Iterator[str]:
    """What was accepted or came back has its receipt, what waits has none, what each receipt counts is what rows say."""
    yield from verifying.row_faults()


@invariant("upward_public", title="上报的内容都是报送时公开的内容")
def public() -> Iterator[str]:
    """Nothing went up that was not public at the time, and nothing was changed on the way."""
    yield from verifying.public_faults()


@reminder("upward", title="上级平台没有按期答复的上报、缺少的回执")
def unanswered_in_time() -> Iterator[str]:
    """What was handed over and not answered within the body's own term, and receipts that are missing in between."""
    today = clock.today()
    for body in collectors(today):
        waiting = UpwardBatch.objects.filter(body=body).exclude(number=None).select_related("body").order_by("number")
        for batch in waiting:
            due, left = answer_due(batch), unanswered(batch.rows.order_by("pk")).count()
            if left and due is not None and due < today:
                yield f"{body}{batch}：还有{left}行没有回执，应于{in_words(due)}前答复"
        for serial in missing_receipts(body):
            yield f"{body}：缺少第{serial}号回执"
        for number in sorted(overtaken(body)):
            yield f"{body}第{number}批上报：后面的批次已有回执，这一批可能没有送到"
