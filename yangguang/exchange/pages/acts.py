"""From a draft to a receipt: draft, hand over, take a receipt in, mend a row; one act a page."""

from __future__ import annotations

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base import vault
from yangguang.base.act_pages import answer
from yangguang.base.pages import Expect, page
from yangguang.base.tlog import notes
from yangguang.directory.api import DeskRequest
from yangguang.exchange.forms import MendForm, PlainForm, ReceiptForm
from yangguang.exchange.lacking import lacks_of
from yangguang.exchange.models import BatchState, RowState, UpwardBatch, UpwardItem
from yangguang.exchange.policy import KEEPERS
from yangguang.exchange.queries import batches_visible_to, rows_visible_to, to_mend
from yangguang.exchange.rules.receipts import MOST_BYTES
from yangguang.exchange.use_cases.draft_batch import draft_batch
from yangguang.exchange.use_cases.hand_over_batch import hand_over_batch
from yangguang.exchange.use_cases.mend_item import mend_item
from yangguang.exchange.use_cases.take_receipt import take_receipt

OWN = Expect(own=200, other=404, superior=404)
TEMPLATE = "exchange/act.html"
LIST = "上报与回执"


@page("upward/draft", name="exchange:draft", title="草拟上报批次", allow=KEEPERS, writes=True)
def draft(request: DeskRequest) -> HttpResponse:
    """Collect now, without waiting for the day's job."""
    form = PlainForm(request.POST or None)

    def to(made: UpwardBatch | None) -> str:
        return reverse("exchange:batch", args=[made.public_id]) if made else reverse("exchange:batches")

    return answer(
        request, form, lambda **_: draft_batch(body=request.user.body, actor=request.user, at=form.moment()), to=to,
        done="已经按现在公开的内容草拟；没有草稿的，是没有新的内容要报送。", template=TEMPLATE, title="草拟上报批次",
        words="草拟", under=request.user.body.name, back=reverse("exchange:batches"),
        told="收集本机关和由本机关统一报送的机关新公开、更正、撤回的决定、清单、年报，逐行核对必填项。原来的草稿由新的代替。",
        trail=[(LIST, reverse("exchange:batches")), ("草拟", "")],
    )  # fmt: skip


@page("upward/<ref:ref>/hand-over", name="exchange:hand_over", title="报送上级平台", allow=KEEPERS, writes=True,
      subject="upward_draft", expects=OWN)  # fmt: skip
def hand_over(request: DeskRequest, ref: str) -> HttpResponse:
    """Number, files, signature; into the folder for the front-end."""
    batch = get_object_or_404(
        batches_visible_to(request.user), public_id=ref, state=BatchState.DRAFTED, body=request.user.body
    )
    form = PlainForm(request.POST or None)
    ready, lacking = (batch.rows.filter(state=one).count() for one in (RowState.DRAFTED, RowState.LACKING))
    return answer(
        request, form, lambda **_: hand_over_batch(batch=batch, actor=request.user, at=form.moment()),
        to=reverse("exchange:batch", args=[ref]), done="已经报送，文件一分钟内放进前置机的取件目录。", template=TEMPLATE,
        title="报送上级平台", under=batch.platform, words=f"报送 {ready} 行", back=reverse("exchange:batch", args=[ref]),
        told=f"报送 {ready} 行；缺项的 {lacking} 行不报，补齐后随下一批报送。报送以后编号、文件和签名不再改动。",
        trail=[(LIST, reverse("exchange:batches")), ("报送", "")],
    )  # fmt: skip


@page("upward/receipts/take", name="exchange:take_receipt", title="收取回执", allow=KEEPERS, writes=True)
def take(request: DeskRequest) -> HttpResponse:
    """A receipt that did not come by the folder."""
    form = ReceiptForm(request.POST or None, request.FILES or None)

    def act(file: UploadedFile, signature: UploadedFile | None = None) -> object:
        content = vault.content_of(file, limit=MOST_BYTES)
        signed = signature.read(notes.MOST_BYTES + 1) if signature else b""
        return take_receipt(
            content=content, name=file.name or "", signature=signed, actor=request.user, at=form.moment()
        )

    return answer(
        request, form, act, to=lambda made: reverse("exchange:batch", args=[made.batch.public_id]),
        done="回执已经逐行对账。", template=TEMPLATE, title="收取回执", under="上级平台对一个批次的答复", words="收取并对账",
        back=reverse("exchange:batches"), told="整份收下或者整份不收；同一份回执收两次，只登记一次。",
        trail=[(LIST, reverse("exchange:batches")), ("收取回执", "")],
    )  # fmt: skip


@page("upward/rows/<ref:ref>/mend", name="exchange:mend", title="处理上报数据", allow=KEEPERS, writes=True,
      subject="upward_row", expects=OWN)  # fmt: skip
def mend(request: DeskRequest, ref: str) -> HttpResponse:
    """Fill in what is missing, or send it up again."""
    row = get_object_or_404(to_mend(rows_visible_to(request.user)), public_id=ref)
    item: UpwardItem = row.item
    form = MendForm(request.POST or None, row=row)
    return answer(
        request, form, lambda **facts: mend_item(item=item, actor=request.user, at=form.moment(), **facts),
        to=reverse("exchange:rows"), done="已经记下，随下一批草稿报送。", template=TEMPLATE, title="处理上报数据",
        under=str(row), words="保存", back=reverse("exchange:rows"), lacks=lacks_of(row), reason=row.reason,
        told="取自公示信息的内容不能在这里改：有误的先更正公示，公开以后自动作为更正重新报送。",
        trail=[(LIST, reverse("exchange:batches")), ("待处理", reverse("exchange:rows")), ("处理", "")],
    )  # fmt: skip
