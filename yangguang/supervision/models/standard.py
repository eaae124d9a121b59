"""The sheet files are measured by, as an edition: put before the head, in force from a day, superseded by the next."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField


class FileKind(models.TextChoices):
    """For which files a sheet is meant."""

    PENALTY = "penalty", "行政处罚案卷"
    LICENCE = "licence", "行政许可案卷"
    COERCION = "coercion", "行政强制案卷"


class StandardState(models.TextChoices):
    """Where an edition stands."""

    SUBMITTED = "submitted", "等候审定"
    RETURNED = "returned", "已退回"
    IN_FORCE = "in_force", "现行"
    SUPERSEDED = "superseded", "已被取代"


class EvaluationStandard(models.Model):
    """One edition of a body's sheet for a kind of file. What was adopted never changes; a new edition takes its place."""

    public_id = PublicIdField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="机关")
    kind = models.CharField("案卷种类", max_length=12, choices=FileKind)
    version = models.PositiveSmallIntegerField("版次", default=1)
    title = models.CharField("名称", max_length=120)
    source = models.CharField("来源", max_length=200)
    content = models.JSONField("否决项、条目和等次", default=dict)
    digest = models.CharField("指纹", max_length=64)
    state = models.CharField("状态", max_length=12, choices=StandardState, default=StandardState.SUBMITTED)
    in_force = models.DateField("施行日期", null=True, blank=True)
    until = models.DateField("取代日期", null=True, blank=True)
    drafted_by_ref = models.CharField("拟订人", max_length=60)
    drafted_by_name = models.CharField("拟订人姓名", max_length=80)
    drafted_at = models.DateTimeField("拟订时间")

    personal_data = ("drafted_by_name",)
    retention = "permanent"

    class Meta:
        verbose_name = "评查标准"
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(fields=["body", "kind", "version"], name="evaluation_standard_version_once"),
            models.UniqueConstraint(
                fields=["body", "kind"], condition=Q(state="in_force"), name="evaluation_standard_one_in_force"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}（第{self.version}版）"

    @property
    def subject(self) -> Subject:
        """How the ledger names it."""
        return Subject("evaluation_standard", self.public_id, self.body.public_id)
