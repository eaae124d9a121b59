"""Which bundles a public site has taken in, kept in the same store as their rows, so that both stand or neither does."""

from django.db import models


class BundleTaken(models.Model):
    """One bundle: its number, its fingerprint, and what the whole site was afterwards."""

    number = models.PositiveIntegerField("编号", unique=True)
    digest = models.CharField("指纹", max_length=64)
    rows_root = models.CharField("全部数据的指纹", max_length=64)
    files_root = models.CharField("全部文件的指纹", max_length=64)
    taken_at = models.DateTimeField("导入时间")

    personal_data = ()
    retention = "permanent"

    class Meta:
        verbose_name = "已导入的数据包"
        ordering = ("number",)

    def __str__(self) -> str:
        return f"第 {self.number} 号数据包"
