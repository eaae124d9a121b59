"""Holiday notices an administrator has imported for years the product did not ship with."""

from django.db import models


class CalendarYear(models.Model):
    """One year's holidays and make-up days as the State Council announced them."""

    year = models.PositiveSmallIntegerField("年份", unique=True)
    days = models.JSONField("安排", default=list)
    source = models.CharField("来源", max_length=300)
    imported_by_name = models.CharField("导入人", max_length=80)
    imported_at = models.DateTimeField("导入时间")

    personal_data = ("imported_by_name",)
    retention = "permanent"

    class Meta:
        verbose_name = "工作日历"

    def __str__(self) -> str:
        return f"{self.year}年"
