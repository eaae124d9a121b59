"""Published copies of annual reports (D18): every version stays."""

from django.db import models


class PublicReport(models.Model):
    """One version of the report of one year of a body, exactly as it was adopted; with whom it was filed is added later."""

    ref = models.CharField("公开编号", max_length=26, unique=True)
    body_ref = models.CharField("机关", max_length=26, db_index=True)
    body_name = models.CharField("发布机关", max_length=120)
    year = models.PositiveSmallIntegerField("年度")
    version = models.PositiveSmallIntegerField("版次")
    title = models.CharField("名称", max_length=120)
    content = models.JSONField("内容", default=dict)
    digest = models.CharField("指纹", max_length=64)
    published_on = models.DateField("公开日期")
    filings = models.JSONField("报送", default=list)

    personal_data = ()
    retention = "permanent"

    class Meta:
        verbose_name = "统计年报公示副本"
        ordering = ("-year", "body_name", "-version")
        constraints = [models.UniqueConstraint(fields=["body_ref", "year", "version"], name="public_report_once")]

    def __str__(self) -> str:
        return f"{self.body_name}{self.title}"
