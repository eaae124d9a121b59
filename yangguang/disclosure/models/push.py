"""What is told on channels beyond the site, and taken back there: one row a channel and version, until it is done or given up."""

from __future__ import annotations

from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField


class PushStatus(models.TextChoices):
    """How far one thing to be told has come."""

    WAITING = "waiting", "等候推送"
    DONE = "done", "已推送"
    FAILED = "failed", "未能推送"
    DROPPED = "dropped", "不再推送"


class Push(models.Model):
    """One version of a publication on its way to one channel, or one that was told there on its way back."""

    public_id = PublicIdField()
    channel = models.CharField("通道", max_length=12)
    publication = models.ForeignKey(
        "disclosure.Publication", models.PROTECT, related_name="pushes", verbose_name="公示信息"
    )
    version = models.PositiveSmallIntegerField("版次")
    takes_back = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="taken_back_by", verbose_name="撤下哪一条"
    )
    status = models.CharField("状态", max_length=8, choices=PushStatus, default=PushStatus.WAITING, db_index=True)
    steps = models.JSONField("已办步骤", default=dict)
    attempts = models.PositiveIntegerField("次数", default=0)
    next_try_at = models.DateTimeField("下次时间")
    leased_until = models.DateTimeField("占用至", null=True, blank=True)
    last_error = models.CharField("上次失败的原因", max_length=200, blank=True)
    asked_at = models.DateTimeField("列入时间")
    done_at = models.DateTimeField("完成时间", null=True, blank=True)

    personal_data = ()
    retention = "as the case file"

    class Meta:
        verbose_name = "推送"
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["channel", "publication", "version"], condition=models.Q(takes_back=None), name="push_once"
            )
        ]
        indexes = [models.Index(fields=["status", "next_try_at"], name="push_due")]

    def __str__(self) -> str:
        return f"{self.channel} {self.publication}"

    @property
    def subject(self) -> Subject:
        """How the ledger names it; it lies in the case's file."""
        publication = self.publication
        return Subject("push", self.public_id, publication.body.public_id, file=publication.case.public_id)

    @property
    def what(self) -> str:
        """Told, or taken back, in words."""
        return "撤下" if self.takes_back_id else "推送"
