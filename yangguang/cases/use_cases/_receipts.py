"""The receipt of money or things goes into the case file when it is recorded: what it says, and the paper itself behind it."""

from __future__ import annotations

from collections.abc import Iterable

from yangguang.base import vault
from yangguang.base.events import Actor
from yangguang.base.models import Blob
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.models import AdditionalFinePayment, Case, OnTheSpotCollection, Payment
from yangguang.cases.rules.shares import whom
from yangguang.cases.rules.vouchers import PAYMENT, Voucher
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_days import in_words
from yangguang.records.api import Document, attach_signed_page, make_document

SUFFIXES = {"application/pdf": ".pdf", "image/jpeg": ".jpg", "image/png": ".png"}
CLAUSE = "FCS-1997:8.1"


def file_receipt(
    case: Case, payment: Payment | AdditionalFinePayment, *, what: str, proof: Blob | None, actor: Actor, at: Moment
) -> Document:
    """`what`: of what it was paid, the fine or what was added to it. Raises Refused for a scan no page can be made of."""
    decision = payment.decision
    rows = [
        ("决定书文号", decision.number), ("当事人", whom(decision.content)), ("款项", what),
        ("金额", f"{in_figures(payment.amount_fen)} 元"), ("缴款日期", in_words(payment.paid_on)), ("收款方", payment.payee),
        ("罚款收据编号", payment.receipt_number),
    ]  # fmt: skip
    return _filed(case, PAYMENT, payment.receipt_number, rows, proof, actor, at)


def file_voucher(
    row: OnTheSpotCollection, voucher: Voucher, *, proof: Blob | None, actor: Actor, at: Moment
) -> Document:
    """One paper of a fine collected on the spot: the fiscal receipt, the slip of the agency or the receipt of the bank."""
    decision = row.payment.decision
    rows = [
        ("决定书文号", decision.number), ("当事人", whom(decision.content)), ("金额", f"{in_figures(row.amount_fen)} 元"),
        ("收缴日期", in_words(row.collected_on)), ("收缴人", row.collected_by_name), ("专用票据编号", row.receipt_number),
    ]  # fmt: skip
    if voucher.day != "collected_on":
        rows += [
            (voucher.day_label, in_words(getattr(row, voucher.day))),
            (voucher.number_label, voucher.number_in(row)),
        ]
    return _filed(row.case, voucher, voucher.number_in(row), rows, proof, actor, at)


def _filed(
    case: Case, voucher: Voucher, number: str, rows: Iterable[tuple[str, str]], proof: Blob | None, actor: Actor, at: Moment
) -> Document:  # fmt: skip
    must_be_bindable(proof, voucher.clause)
    told = [*rows, (f"{voucher.paper}存件", "附后" if proof is not None else "登记时未上传")]
    document = make_document(
        kind=voucher.kind, title=voucher.titled(number), body=case.body, file_ref=case.public_id, dated_on=at.day,
        sheet=short_form.sheet(case, title=voucher.title, rows=told, dated_on=at.day), actor=actor, at=at,
    )  # fmt: skip
    lay_behind(document, proof, actor=actor, at=at)
    return document


def must_be_bindable(proof: Blob | None, clause_id: str) -> None:
    """Raises Refused for a scan no page can be made of."""
    if proof is not None and proof.media_type not in SUFFIXES:
        raise Refused("凭证存件不能装订入卷。", clause_id, field="proof", remedy="请上传凭证的 PDF 或者照片。")


def lay_behind(document: Document, proof: Blob | None, *, actor: Actor, at: Moment) -> None:
    """The scan lies behind the paper that says what it is."""
    if proof is not None:
        name = f"{document.title[:60]}{SUFFIXES[proof.media_type]}"
        attach_signed_page(document_id=document.pk, content=vault.read(proof), file_name=name, actor=actor, at=at)
