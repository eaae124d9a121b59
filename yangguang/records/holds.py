"""The gate `not_on_hold`: nothing that is held, or lies in a file that is held, may be disposed of. Every disposal asks here."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from yangguang.kernel.refusal import Refused
from yangguang.records.models import LegalHold

CLAUSE = "ARL-2023:70"


def holds_on(file_ref: str) -> QuerySet[LegalHold]:
    """The holds of a file, those that stand first."""
    return LegalHold.objects.filter(file_ref=file_ref).select_related("body", "evidence").order_by("released_at", "-pk")


def must_not_be_held(file_ref: str, evidence_id: int | None = None) -> None:
    """Raises Refused while a hold lies on the file, or on this piece of evidence; for a whole file, on any piece of it."""
    standing = LegalHold.objects.filter(file_ref=file_ref, released_at=None)
    if evidence_id is not None:
        standing = standing.filter(Q(evidence=None) | Q(evidence_id=evidence_id))
    hold = standing.order_by("pk").first()
    if hold is not None:
        raise Refused(
            f"该材料因{hold.get_ground_display()}被冻结，解除前不得处置。",
            CLAUSE,
            remedy="请由承办机构负责人办理解除暂停销毁。",
        )
