"""Published copies of service guides (D09): one for each matter of an adopted edition."""

from django.db import models

from yangguang.bulletin.models.standing import PublicList


class PublicGuide(models.Model):
    """One guide as it was adopted. It stands while its edition does, and while the matters list still has its matter."""

    ref = models.CharField("公开编号", max_length=26, unique=True)
    edition = models.ForeignKey(PublicList, models.PROTECT, related_name="guides", verbose_name="清单版本")
    code = models.CharField("事项编号", max_length=40)
    position = models.PositiveIntegerField("次序")
    name = models.CharField("事项名称", max_length=200)
    body_ref = models.CharField("机关", max_length=26, db_index=True)
    body_name = models.CharField("发布机关", max_length=120)
    cells = models.JSONField("内容", default=list)
    forms = models.JSONField("申请表示范文本", default=list)
    files = models.JSONField("示范文本文件", default=list)
    words = models.TextField("查找用的文字")
    gone_from = models.DateField("事项停止施行日", null=True, blank=True)

    personal_data = ("cells", "forms")
    retention = "permanent"

    class Meta:
        verbose_name = "服务指南公示副本"
        ordering = ("body_name", "position", "pk")

    def __str__(self) -> str:
        return self.name
