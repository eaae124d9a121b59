"""The receipt of a payment goes into the case file when the payment is recorded: what it says, and the paper itself behind it."""

from __future__ import annotations

from yangguang.base import vault
from yangguang.base.events import Actor
from yangguang.base.models import Blob
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.models import AdditionalFinePayment, Case, Payment
from yangguang.cases.rules.shares import whom
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_days import in_words
from yangguang.records.api import Document, attach_signed_page, make_document

TITLE = "缴款凭证"
SUFFIXES = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}
CLAUSE = "FCS-1997:8.1"


def file_receipt(
    case: Case, payment: Payment | AdditionalFinePayment, *, what: str, proof: Blob | None, actor: Actor, at: Moment
) -> Document:
    """`what`: of what it was paid, the fine or what was added to it. Raises Refused for a scan no page can be made of."""
    if proof is not None and proof.media_type not in SUFFIXES:
        raise Refused("收据存件不能装订入卷。", CLAUSE, field="proof", remedy="请上传收据的 PDF 或者照片。")
    decision = payment.decision
    rows = [
        ("决定书文号", decision.number), ("当事人", whom(decision.content)), ("款项", what),
        ("金额", f"{in_figures(payment.amount_fen)} 元"), ("缴款日期", in_words(payment.paid_on)), ("收款方", payment.payee),
        ("罚款收据编号", payment.receipt_number), ("收据存件", "附后" if proof is not None else "未上传"),
    ]  # fmt: skip
    document = make_document(
        kind="payment_receipt", title=f"{TITLE}（{payment.receipt_number}）", body=case.body, file_ref=case.public_id, dated_on=at.day,
        sheet=short_form.sheet(case, title=TITLE, rows=rows, dated_on=at.day), actor=actor, at=at,
    )  # fmt: skip
    if proof is not None:
        name = f"{TITLE}{SUFFIXES[proof.media_type]}"
        attach_signed_page(document_id=document.pk, content=vault.read(proof), file_name=name, actor=actor, at=at)
    return document
