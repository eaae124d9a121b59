"""A notice that puts right what others say of a published decision: drafted by a publisher, approved by the agency head."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField


class ClarificationStatus(models.TextChoices):
    """Where it stands."""

    WAITING = "waiting", "待批准"
    RELEASED = "released", "已公布"
    RETURNED = "returned", "已退回"


class Clarification(models.Model):
    """What is told beside the publication. The words of who approved it and why it went back stand in its approval form."""

    public_id = PublicIdField()
    publication = models.ForeignKey(
        "disclosure.Publication", models.PROTECT, related_name="clarifications", verbose_name="公示信息"
    )
    status = models.CharField("状态", max_length=10, choices=ClarificationStatus, default=ClarificationStatus.WAITING)
    found = models.CharField("发现的虚假或者不完整信息", max_length=400)
    title = models.CharField("标题", max_length=80)
    text = models.TextField("澄清内容")
    secrecy = models.JSONField("保密审查", default=dict)
    drafted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="起草人")
    drafted_on = models.DateField("起草日期")
    released_on = models.DateField("公布日期", null=True, blank=True)

    personal_data = ("found",)
    retention = "as the case file"

    class Meta:
        verbose_name = "澄清公告"
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["publication"], condition=Q(status="waiting"), name="clarification_one_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"澄清公告：{self.publication.number}"

    @property
    def subject(self) -> Subject:
        """How ledger and approval form name it; it lies in the case's file."""
        of = self.publication
        return Subject("clarification", self.public_id, of.body.public_id, file=of.case.public_id)

    @property
    def proposal(self) -> dict[str, object]:
        """What is put before the head: the very words the public will read, and how their secrecy was examined."""
        return {
            "title": self.title,
            "text": self.text,
            "secrecy": self.secrecy,
            "publication": self.publication.public_id,
        }
