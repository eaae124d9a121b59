"""Stored files, addressed by their content."""

from django.db import models

from yangguang.base.models.fields import PublicIdField


class Blob(models.Model):
    """One stored content: its SHA-256 is its place in the vault. Never altered, never replaced."""

    public_id = PublicIdField()
    sha256 = models.CharField("指纹", max_length=64, unique=True)
    size = models.BigIntegerField("大小")
    media_type = models.CharField("类型", max_length=100)
    stored_at = models.DateTimeField("入库时间")
    checked_at = models.DateTimeField("上次校验", null=True, blank=True)

    personal_data = ("content",)
    retention = "as the record that refers to it"

    class Meta:
        verbose_name = "存件"

    def __str__(self) -> str:
        return f"{self.sha256[:12]} ({self.size})"
