"""Objections: somebody says that what was published is not right, or should not be public; the agency looks and answers."""

from __future__ import annotations

from datetime import date

from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField
from yangguang.bulletin.api import Relation, ThingKind, link_of
from yangguang.kernel import clock


class ObjectionOutcome(models.TextChoices):
    """How an objection was answered."""

    CORRECTED = "corrected", "已更正"
    WITHDRAWN = "withdrawn", "已撤回公开"
    NOT_CORRECTED = "not_corrected", "不予更正"
    ELSEWHERE = "elsewhere", "不属于本机关办理，已告知"


class Objection(models.Model):
    """One objection to something public, as it came in by the public site. Who asks is seen by the publishers alone.

    Of a decision it hangs on its publication; of everything else `about` says which page it is, and `seen` what that said then.
    """

    public_id = PublicIdField()
    receipt = models.CharField("查询号", max_length=12, unique=True)
    publication = models.ForeignKey(
        "disclosure.Publication",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="objections",
        verbose_name="公示信息",
    )
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="objections", verbose_name="办理机关")
    about = models.CharField("公开内容种类", max_length=16, choices=ThingKind, default=ThingKind.DECISION)
    about_ref = models.CharField("公开编号", max_length=26, db_index=True)
    about_number = models.CharField("文号或者名称", max_length=120)
    seen = models.CharField("提出时内容的指纹", max_length=64, blank=True)
    relation = models.CharField("与公开内容的关系", max_length=12, choices=Relation)
    wrong = models.TextField("认为有误的内容")
    wanted = models.TextField("要求和证据")
    asked_by_name = models.CharField("申请人", max_length=60)
    contact = models.CharField("联系方式", max_length=120)
    received_at = models.DateTimeField("提交时间")
    outcome = models.CharField("办理结果", max_length=16, choices=ObjectionOutcome, blank=True, db_index=True)
    reply = models.TextField("答复", blank=True)
    remedies = models.TextField("救济渠道", blank=True)
    due_on = models.DateField("答复时的到期日", null=True, blank=True)
    late_reason = models.CharField("逾期答复的原因", max_length=400, blank=True)
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
        """How the ledger names it; about a decision it lies in the case's file."""
        file = self.publication.case.public_id if self.publication is not None else ""
        return Subject("objection", self.public_id, self.body.public_id, file=file)

    @property
    def received_on(self) -> date:
        """The legal day it was sent, from which its term runs."""
        return clock.legal_day(self.received_at)

    @property
    def under(self) -> str:
        """What stands below the number: the title of the case, or which kind of public page it is."""
        return self.publication.case.title if self.publication is not None else self.get_about_display()

    @property
    def public_href(self) -> str:
        """The whole address of its page on the public site; nothing while the site has no name."""
        return link_of(self.about_ref, part=self.about)
