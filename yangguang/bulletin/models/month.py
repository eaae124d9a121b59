"""Published copies of what the public log counted of a month."""

from django.db import models


class PublicMonth(models.Model):
    """The counts of one month, as the leaf of the log commits to them; they never change."""

    month = models.CharField("月份", max_length=7, unique=True)
    content = models.JSONField("内容", default=dict)
    digest = models.CharField("指纹", max_length=64)
    counted_on = models.DateField("计数日期")

    personal_data = ()
    retention = "permanent"

    class Meta:
        verbose_name = "存证月度计数公示副本"
        ordering = ("-month",)

    def __str__(self) -> str:
        return f"{self.month}存证计数"
