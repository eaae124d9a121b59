"""Void a document that has not been served: the number stays with its reason (stages-penalty §0.6)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger, numbers
from yangguang.base.events import Actor
from yangguang.base.models import IssuedNumber
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.events import DocumentVoided
from yangguang.records.gates import may_be_voided
from yangguang.records.models import Document, DocumentStatus
from yangguang.records.use_cases._sealed import document_must_be_open


@transaction.atomic
def void_document(*, document_id: int, reason: str, actor: Actor, at: Moment) -> Document:
    """Void it. Raises Refused after service, without a reason, when it is voided already, or by a gate."""
    document = Document.objects.select_for_update().get(pk=document_id)
    document_must_be_open(document)
    if document.status == DocumentStatus.SERVED:
        raise Refused("文书已经送达，不能作废。", "APL-2021:47", remedy="请按更正、撤销或者变更程序办理。")
    if document.status == DocumentStatus.VOIDED:
        raise Refused("文书已经作废。")
    may_be_voided(document.pk)
    if not reason.strip():
        raise Refused("作废文书应当写明原因。", "APL-2021:47", field="reason")
    document.status, document.void_reason = DocumentStatus.VOIDED, reason.strip()
    document.save(update_fields=["status", "void_reason"])
    if number := IssuedNumber.objects.filter(subject_kind="document", subject_ref=document.public_id).first():
        numbers.void(number, reason=reason)
    ledger.record(
        DocumentVoided(document.title, document.number, document.void_reason),
        subject=document.subject, actor=actor, at=at,
    )  # fmt: skip
    return document
