"""Advance registration and preservation (先行登记保存): evidence that may be lost is listed and kept for seven working days."""

from __future__ import annotations

from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField


class PreservationStatus(models.TextChoices):
    """Where a preservation stands (law/stages-penalty §5.2)."""

    REQUESTED = "requested", "已报批"
    APPROVED = "approved", "已批准，未实施"
    PRESERVED = "preserved", "登记保存中"
    EXPIRED = "expired", "到期待处理"
    DISPOSED = "disposed", "已处理"
    REFUSED = "refused", "不予批准"


class AdvancePreservation(models.Model):
    """One preservation of evidence held by one party: why it may be lost, who approved, when it was listed and settled."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="preservations", verbose_name="案件")
    party = models.ForeignKey("cases.Party", models.PROTECT, related_name="+", verbose_name="当事人")
    status = models.CharField("状态", max_length=20, choices=PreservationStatus, default=PreservationStatus.REQUESTED)
    objects_named = models.TextField("拟登记保存的证据")
    proves = models.CharField("证明内容", max_length=400)
    reason = models.TextField("可能灭失或者难以取得的情况")
    urgent_reason = models.CharField("紧急情况", max_length=400, blank=True)
    approved_at = models.DateTimeField("批准时间", null=True, blank=True)
    refusal_reason = models.CharField("不予批准的理由", max_length=400, blank=True)
    preserved_at = models.DateTimeField("登记保存时间", null=True, blank=True)
    place = models.CharField("地点", max_length=200, blank=True)
    number = models.CharField("文号", max_length=120, blank=True)
    document_ref = models.CharField("文书", max_length=40, blank=True)
    settled_on = models.DateField("处理日期", null=True, blank=True)

    personal_data = ("reason",)
    retention = "as the case file"

    class Meta:
        verbose_name = "先行登记保存"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"先行登记保存　{self.number or self.objects_named[:20]}"

    @property
    def subject(self) -> Subject:
        """How the ledger names this preservation; it lies in the case's file."""
        return Subject("preservation", self.public_id, self.case.body.public_id, file=self.case.public_id)
