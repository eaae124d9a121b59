"""Published copies of window boards (D11)."""

from django.db import models


class PublicBoard(models.Model):
    """One body's window board: where, when, what can be done, who sits where on which days. `ref` is the body's."""

    ref = models.CharField("机关公开编号", max_length=26, unique=True)
    body_name = models.CharField("机关", max_length=120)
    content = models.JSONField("内容", default=dict)
    updated_at = models.DateTimeField("更新时间")

    personal_data = ("content",)
    retention = "while the body stands; who sat at a window until that day is over"

    class Meta:
        verbose_name = "窗口公示牌公示副本"
        ordering = ("body_name", "pk")

    def __str__(self) -> str:
        return self.body_name
