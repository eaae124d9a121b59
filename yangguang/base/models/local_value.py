"""Values the nation leaves to a province or a body (※): each with its own source and day in force."""

from django.db import models


class LocalValue(models.Model):
    """One local setting of one body: hearing threshold, statement period, review days and the like."""

    chain = models.CharField("机关", max_length=40)
    name = models.CharField("名称", max_length=60)
    value = models.JSONField("值")
    source = models.CharField("来源", max_length=300)
    in_force = models.DateField("施行日")
    set_by_name = models.CharField("录入人", max_length=80)
    set_at = models.DateTimeField("录入时间")

    personal_data = ("set_by_name",)
    retention = "permanent"

    class Meta:
        verbose_name = "本地参数"
        constraints = [models.UniqueConstraint(fields=["chain", "name", "in_force"], name="local_value_once")]

    def __str__(self) -> str:
        return f"{self.name} {self.in_force}"
