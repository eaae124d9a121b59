"""Published copies of flowcharts (D08): one for each kind of proceeding of a body."""

from django.db import models


class PublicFlowchart(models.Model):
    """How one kind of proceeding runs, as its stage table told it on the day of publication."""

    ref = models.CharField("公开编号", max_length=26, unique=True)
    name = models.CharField("程序", max_length=40, db_index=True)
    title = models.CharField("名称", max_length=80)
    body_ref = models.CharField("机关", max_length=26, db_index=True)
    body_name = models.CharField("发布机关", max_length=120)
    outline = models.JSONField("内容", default=dict)
    published_on = models.DateField("公开日期")

    personal_data = ()
    retention = "while the body stands"

    class Meta:
        verbose_name = "流程图公示副本"
        ordering = ("body_name", "pk")

    def __str__(self) -> str:
        return self.title
