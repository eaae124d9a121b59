"""The day by which somebody means to take the next step, where no term of law gives one."""

from __future__ import annotations

from django.db import models

from yangguang.base.models.fields import PublicIdField


class PlannedDay(models.Model):
    """One agreed day of a case (约定办理日): what is to be done by then. The newest counts; earlier ones stay."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="planned_days", verbose_name="案件")
    day = models.DateField("约定办理日期")
    what = models.CharField("要办的事", max_length=200)
    agreed_on = models.DateField("约定的日期")
    agreed_by_name = models.CharField("约定人", max_length=80)
    superseded = models.BooleanField("已被后来的约定替代", default=False)

    personal_data = ("agreed_by_name",)
    retention = "as the case file"

    class Meta:
        verbose_name = "约定办理日"
        ordering = ("pk",)
        indexes = [models.Index(fields=["superseded", "day"], name="planned_ahead")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.day}"
