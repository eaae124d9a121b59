"""The regular look at what is not public: whether the ground still holds (GIR-2019:18)."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from yangguang.base.models.fields import PublicIdField
from yangguang.disclosure.models.publication import Publication


class ExemptionOutcome(models.TextChoices):
    """What a review comes to."""

    KEPT = "kept", "继续不予公开"
    OPENED = "opened", "不再符合不予公开情形，列入待公开"


class ExemptionReview(models.Model):
    """One review of one withheld decision, with its opinion."""

    public_id = PublicIdField()
    publication = models.ForeignKey(
        Publication, models.PROTECT, related_name="exemption_reviews", verbose_name="公示信息"
    )
    reviewed_on = models.DateField("评估日期")
    outcome = models.CharField("评估结果", max_length=8, choices=ExemptionOutcome)
    opinion = models.CharField("评估意见", max_length=400)
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="评估人")

    personal_data = ()
    retention = "as the case file"

    class Meta:
        verbose_name = "不予公开评估"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.publication} {self.reviewed_on:%Y-%m-%d}"
