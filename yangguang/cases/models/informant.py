"""Who told: kept apart from everything else and unreadable at rest. Only named handlers may open it (LSR-2004:9.3)."""

from __future__ import annotations

from django.db import models

from yangguang.base.models.fields import PublicIdField


class InformantPart(models.TextChoices):
    """As what a person told."""

    COMPLAINANT = "complainant", "投诉人"
    REPRESENTATIVE = "representative", "推选的代表"
    INFORMANT = "informant", "举报人"


class Informant(models.Model):
    """One complainant, representative or informant. `sealed` holds name, identity number and phone, encrypted."""

    public_id = PublicIdField()
    lead = models.ForeignKey("cases.Lead", models.PROTECT, related_name="informants", verbose_name="线索")
    part = models.CharField("身份", max_length=16, choices=InformantPart)
    sealed = models.TextField("封存的身份信息")
    position = models.PositiveSmallIntegerField("次序", default=1)

    personal_data = ("sealed",)
    retention = "as the lead; destroyed first"

    class Meta:
        verbose_name = "投诉举报人身份"
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return f"{self.get_part_display()}{self.position}"
