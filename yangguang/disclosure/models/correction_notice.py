"""The notice that tells the party what of its published decision was put right, and when it went out."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from yangguang.base.models.fields import PublicIdField


class ToldBy(models.TextChoices):
    """How a notice reached the party."""

    HANDED = "handed_over", "当面交付"
    POSTED = "posted", "邮寄"
    ELECTRONIC = "electronic", "电子送达"
    OTHER = "other", "其他方式"


class CorrectionNotice(models.Model):
    """One released correction: the paper for the party, open until its sending is noted."""

    public_id = PublicIdField()
    version = models.OneToOneField(
        "disclosure.PublishedVersion", models.PROTECT, related_name="notice", verbose_name="更正的版本"
    )
    document = models.ForeignKey("records.Document", models.PROTECT, related_name="+", verbose_name="更正告知书")
    told_on = models.DateField("告知日期", null=True, blank=True)
    told_by_way = models.CharField("告知方式", max_length=12, choices=ToldBy, blank=True)
    note = models.CharField("说明", max_length=200, blank=True)
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="登记人"
    )

    personal_data = ("note",)
    retention = "as the case file"

    class Meta:
        verbose_name = "更正告知"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"更正告知 {self.version}"
