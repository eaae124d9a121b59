"""What the upper platform answered: each file is kept as it came and counted once."""

from __future__ import annotations

from django.db import models

from yangguang.base.models.fields import PublicIdField


class UpwardReceipt(models.Model):
    """One receipt to one batch, under the upper platform's own running number."""

    public_id = PublicIdField()
    batch = models.ForeignKey("UpwardBatch", models.PROTECT, related_name="receipts", verbose_name="批次")
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="报送机关")
    serial = models.PositiveIntegerField("回执序号")
    digest = models.CharField("文件的指纹", max_length=64)
    file = models.ForeignKey("base.Blob", models.PROTECT, related_name="+", verbose_name="文件")
    name = models.CharField("文件名", max_length=120)
    accepted = models.PositiveIntegerField("已接收")
    refused = models.PositiveIntegerField("被退回")
    signature = models.TextField("上级平台的签名", blank=True)
    signed_with = models.CharField("验证签名的公钥", max_length=200, blank=True)
    taken_at = models.DateTimeField("收取时间")
    taken_by_name = models.CharField("收取人", max_length=80)

    personal_data = ("taken_by_name",)
    retention = "permanent"

    class Meta:
        verbose_name = "上报回执"
        ordering = ("-serial",)
        constraints = [models.UniqueConstraint(fields=["body", "serial"], name="upward_receipt_serial_once")]

    def __str__(self) -> str:
        return f"第{self.serial}号回执"
