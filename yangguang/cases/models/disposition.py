"""Administrative dispositions (行政处理): ordering an employer to pay each worker what is owed, and compensation on top."""

from __future__ import annotations

from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField


class DispositionStatus(models.TextChoices):
    """Where a disposition stands (law/stages-penalty §4.4)."""

    PROPOSED = "proposed", "拟处理"
    NOTIFIED = "notified", "已告知，等候意见"
    HEARD = "heard", "意见已听取并复核"
    AWAITING_REVIEW = "awaiting_review", "法制审核中"
    RETURNED = "returned", "审核退回"
    REVIEW_PASSED = "review_passed", "审核通过或免审"
    DECIDED = "decided", "已作决定，未送达"
    SERVED = "served", "已送达，履行期内"
    FULFILLED = "fulfilled", "已履行"
    UNFULFILLED = "unfulfilled", "逾期未履行"
    IN_EXECUTION = "in_execution", "强制执行中"
    CLOSED = "closed", "收口"
    ANNULLED = "annulled", "被撤销"


class Disposition(models.Model):
    """One disposition line of a case. What is decided stands in its draft and, once decided, in its decision."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="dispositions", verbose_name="案件")
    instruction = models.ForeignKey(
        "cases.Instruction", models.PROTECT, related_name="dispositions", verbose_name="限期改正指令"
    )
    party = models.ForeignKey("cases.Party", models.PROTECT, related_name="+", verbose_name="当事人")
    draft = models.ForeignKey("cases.DecisionDraft", models.PROTECT, related_name="+", verbose_name="代拟稿")
    decision = models.ForeignKey("cases.Decision", models.PROTECT, null=True, related_name="+", verbose_name="处理决定")
    status = models.CharField("状态", max_length=20, choices=DispositionStatus, default=DispositionStatus.PROPOSED)
    notified_on = models.DateField("告知送达日期", null=True, blank=True)
    statement = models.TextField("陈述申辩", blank=True)
    statement_on = models.DateField("陈述申辩日期", null=True, blank=True)
    waived_on = models.DateField("放弃陈述申辩日期", null=True, blank=True)
    re_examination = models.TextField("复核意见", blank=True)
    served_on = models.DateField("送达日期", null=True, blank=True)
    fulfil_by = models.DateField("履行期限", null=True, blank=True)
    demanded_on = models.DateField("催告送达日期", null=True, blank=True)
    applied_on = models.DateField("申请法院强制执行日期", null=True, blank=True)
    checked_on = models.DateField("核查日期", null=True, blank=True)
    notice = models.ForeignKey(
        "records.Document", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="先行制作的告知书"
    )
    demand = models.ForeignKey(
        "records.Document", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="先行制作的催告书"
    )
    demand_due_on = models.DateField("先行制作的催告书载明的履行期限", null=True, blank=True)

    personal_data = ("statement",)
    retention = "as the case file"

    class Meta:
        verbose_name = "行政处理"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"行政处理 {self.case}"

    @property
    def standing(self) -> str:
        """Where it stands, in words."""
        return str(DispositionStatus(self.status).label)

    @property
    def subject(self) -> Subject:
        """How the ledger names this disposition; it lies in the case's file."""
        return Subject("disposition", self.public_id, self.case.body.public_id, file=self.case.public_id)
