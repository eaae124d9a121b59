"""Coercive measures (查封、扣押): places and goods a body holds for a limited time, and the tests that are not counted."""

from __future__ import annotations

from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField


class MeasureKind(models.TextChoices):
    """What is done: sealed where it is, or taken away. A freeze of deposits is no act of this product."""

    SEALING_UP = "sealing_up", "查封"
    SEIZURE = "seizure", "扣押"


class MeasureStatus(models.TextChoices):
    """Where a measure stands (law/stages-penalty §5.1)."""

    REQUESTED = "requested", "已报批"
    APPROVED = "approved", "已批准，未实施"
    TAKEN = "taken", "在押在封"
    EXTENDED = "extended", "已延长"
    URGENT = "urgent", "紧急实施，待补批"
    EXPIRED = "expired", "到期待解除"
    RELEASED = "released", "已解除"
    DISPOSED = "disposed", "已处理"
    HANDED_OVER = "handed_over", "随案移送"
    REFUSED = "refused", "不予批准"


class ReleaseGround(models.TextChoices):
    """Why a measure must be released (ACL-2011:28.1)."""

    NO_VIOLATION = "no_violation", "当事人没有违法行为"
    UNRELATED = "unrelated", "查封、扣押的场所、设施或者财物与违法行为无关"
    NO_LONGER_NEEDED = "no_longer_needed", "对违法行为已经作出处理决定，不再需要查封、扣押"
    EXPIRED = "expired", "查封、扣押期限已经届满"
    OTHER = "other", "其他不再需要采取查封、扣押措施的情形"


class CoerciveMeasure(models.Model):
    """One sealing-up or seizure against one party: its basis, approval, days, extension and release."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="measures", verbose_name="案件")
    party = models.ForeignKey("cases.Party", models.PROTECT, related_name="+", verbose_name="当事人")
    kind = models.CharField("种类", max_length=20, choices=MeasureKind)
    status = models.CharField("状态", max_length=20, choices=MeasureStatus, default=MeasureStatus.REQUESTED)
    matter_code = models.CharField("强制事项", max_length=40)
    basis = models.JSONField("依据", default=list)
    objects_named = models.TextField("对象")
    reason = models.TextField("必要性")
    urgent_reason = models.CharField("情况紧急的事由", max_length=400, blank=True)
    reported_late = models.BooleanField("超过时限补批", default=False)
    late_reason = models.CharField("超时说明", max_length=400, blank=True)
    approved_at = models.DateTimeField("批准时间", null=True, blank=True)
    refusal_reason = models.CharField("不予批准的理由", max_length=400, blank=True)
    taken_at = models.DateTimeField("实施时间", null=True, blank=True)
    place = models.CharField("地点", max_length=200, blank=True)
    number = models.CharField("文号", max_length=120, blank=True)
    document_ref = models.CharField("文书", max_length=40, blank=True)
    extended_on = models.DateField("批准延长日期", null=True, blank=True)
    extension_reason = models.CharField("延长理由", max_length=400, blank=True)
    extension_told_on = models.DateField("书面告知延长日期", null=True, blank=True)
    custodian = models.CharField("受托保管人", max_length=120, blank=True)
    release_ground = models.CharField("解除情形", max_length=20, choices=ReleaseGround, blank=True)
    ended_on = models.DateField("终结日期", null=True, blank=True)

    personal_data = ("reason", "custodian")
    retention = "as the case file"

    class Meta:
        verbose_name = "行政强制措施"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}　{self.number or self.objects_named[:20]}"

    @property
    def subject(self) -> Subject:
        """How the ledger names this measure; it lies in the case's file."""
        return Subject("coercion", self.public_id, self.case.body.public_id, file=self.case.public_id)


class ExpertExamination(models.Model):
    """One test or expert examination of held things: its days are not counted once the party was told them in writing."""

    public_id = PublicIdField()
    measure = models.ForeignKey(
        CoerciveMeasure, models.PROTECT, related_name="examinations", verbose_name="行政强制措施"
    )
    institution = models.CharField("鉴定机构", max_length=120)
    about = models.CharField("检测、鉴定事项", max_length=400)
    began_on = models.DateField("开始日期")
    told_on = models.DateField("书面告知日期")
    planned_end = models.DateField("告知的期满日期")
    ended_on = models.DateField("结束日期", null=True, blank=True)

    personal_data = ()
    retention = "as the case file"

    class Meta:
        verbose_name = "检测鉴定期间"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.institution} {self.began_on}"
