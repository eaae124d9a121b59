"""Reviews of proposed decisions. A review is bound to the digest of the draft it read: nothing else may be issued."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField
from yangguang.legal_review.rules.elements import ANSWER_LABELS, BY_CODE, Answer


class ReviewStatus(models.TextChoices):
    """Where a review stands."""

    REQUESTED = "requested", "审核中"
    PASSED = "passed", "审核通过"
    RETURNED = "returned", "退回"
    RECALLED = "recalled", "已收回"


class LegalReview(models.Model):
    """One round of review of one draft of one case."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="legal_reviews", verbose_name="案件")
    line = models.CharField("程序", max_length=30, default="case")
    line_ref = models.CharField("程序对象", max_length=40, blank=True)
    draft = models.ForeignKey("cases.DecisionDraft", models.PROTECT, related_name="+", verbose_name="代拟稿")
    draft_digest = models.CharField("送审稿指纹", max_length=64)
    draft_content = models.JSONField("送审稿", default=dict)
    round = models.PositiveSmallIntegerField("次数", default=1)
    status = models.CharField("状态", max_length=12, choices=ReviewStatus, default=ReviewStatus.REQUESTED)
    reasons = models.JSONField("须审核的理由", default=list)
    note = models.TextField("送审说明", blank=True)
    requested_by_ref = models.CharField("送审人", max_length=60)
    requested_by_name = models.CharField("送审人姓名", max_length=80)
    requested_on = models.DateField("收件日期")
    due_on = models.DateField("应审结日期")
    due_provisional = models.BooleanField("暂定", default=False)
    reviewer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="reviews", verbose_name="审核人"
    )
    opinion = models.TextField("审核意见", blank=True)
    return_grounds = models.JSONField("退回理由", default=list)
    closed_on = models.DateField("审结日期", null=True, blank=True)
    overdue_reason = models.CharField("逾期原因", max_length=400, blank=True)

    personal_data = ("draft_content", "requested_by_name", "opinion", "overdue_reason")
    retention = "as the case file"

    class Meta:
        verbose_name = "法制审核"
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(fields=["case", "line", "line_ref", "round"], name="review_round_once"),
        ]
        indexes = [models.Index(fields=["status", "due_on"], name="review_queue")]

    def __str__(self) -> str:
        return f"{self.case} 第{self.round}次审核"

    def is_overdue(self, day: date) -> bool:
        """Whether a round still open has passed its last day."""
        return self.closed_on is None and day > self.due_on

    @property
    def subject(self) -> Subject:
        """How the ledger names this review: part of the case's file."""
        return Subject("legal_review", self.public_id, self.case.body.public_id, file=self.case.public_id)


class ReviewElement(models.Model):
    """The reviewer's answer to one of the ten elements, with its reason."""

    review = models.ForeignKey(LegalReview, models.PROTECT, related_name="elements", verbose_name="法制审核")
    code = models.CharField("要素", max_length=20)
    answer = models.CharField("结论", max_length=10, choices=[(a.value, ANSWER_LABELS[a]) for a in Answer])
    reason = models.TextField("理由")
    answered_at = models.DateTimeField("填写时间")

    personal_data = ("reason",)
    retention = "as the case file"

    class Meta:
        verbose_name = "审核要素"
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["review", "code"], name="element_once")]

    def __str__(self) -> str:
        return f"{self.label} {self.get_answer_display()}"

    @property
    def label(self) -> str:
        """The element's name."""
        return BY_CODE[self.code].label


class ReviewExemption(models.Model):
    """A draft that needs no review: confirmed by the head of unit, with each case of the catalogue denied."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="review_exemptions", verbose_name="案件")
    draft_digest = models.CharField("代拟稿指纹", max_length=64)
    edition_ref = models.CharField("所依据的目录", max_length=40, blank=True)
    facts = models.JSONField("判断所用事实", default=dict)
    confirmed_by_ref = models.CharField("确认人", max_length=60)
    confirmed_by_name = models.CharField("确认人姓名", max_length=80)
    confirmed_on = models.DateField("确认日期")

    personal_data = ("confirmed_by_name",)
    retention = "as the case file"

    class Meta:
        verbose_name = "免予法制审核"
        constraints = [models.UniqueConstraint(fields=["case", "draft_digest"], name="exemption_once")]

    def __str__(self) -> str:
        return f"{self.case} 免审"
