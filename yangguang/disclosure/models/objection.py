"""Objections: somebody says that what was published is not right, or should not be public; the agency looks and answers."""

from __future__ import annotations

from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField
from yangguang.bulletin.api import Relation


class ObjectionOutcome(models.TextChoices):
    """How an objection was answered."""

    CORRECTED = "corrected", "已更正"
    WITHDRAWN = "withdrawn", "已撤回公开"
    NOT_CORRECTED = "not_corrected", "不予更正"
    ELSEWHERE = "elsewhere", "不属于本机关办理，已告知"


class Objection(models.Model):
    """One objection to a publication, as it came in by the public site. Who asks is seen by the publishers alone."""

    public_id = PublicIdField()
    receipt = models.CharField("查询号", max_length=12, unique=True)
    publication = models.ForeignKey(
        "disclosure.Publication", models.PROTECT, related_name="objections", verbose_name="公示信息"
    )
    relation = models.CharField("与公开内容的关系", max_length=12, choices=Relation)
    wrong = models.TextField("认为有误的内容")
    wanted = models.TextField("要求和证据")
    asked_by_name = models.CharField("申请人", max_length=60)
    contact = models.CharField("联系方式", max_length=120)
    received_at = models.DateTimeField("提交时间")
    outcome = models.CharField("办理结果", max_length=16, choices=ObjectionOutcome, blank=True, db_index=True)
    reply = models.TextField("答复", blank=True)
    remedies = models.TextField("救济渠道", blank=True)
    answered_on = models.DateField("答复日期", null=True, blank=True)
    answered_by_name = models.CharField("答复人", max_length=80, blank=True)

    personal_data = ("asked_by_name", "contact", "wrong", "wanted")
    retention = "as the case file"

    class Meta:
        verbose_name = "公示异议"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"公示异议 {self.receipt}"

    @property
    def subject(self) -> Subject:
        """How the ledger names it; it lies in the case's file."""
        case = self.publication.case
        return Subject("objection", self.public_id, self.publication.body.public_id, file=case.public_id)
