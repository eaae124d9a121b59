"""Papers from outside that go with a public copy: the file as it came, what a person blackened, and what was made of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from yangguang.base.models.fields import PublicIdField
from yangguang.disclosure.models.publication import Publication

STILL_OUT = "原来的文件仍在公开，请编制更正（隐去）或者撤回"


class ForeignPaper(models.Model):
    """One PDF the product did not make. Only what was rebuilt of it from pictures, and confirmed, ever leaves."""

    public_id = PublicIdField()
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="foreign_papers", verbose_name="公示信息")
    label = models.CharField("公开名称", max_length=60)
    original = models.ForeignKey("base.Blob", models.PROTECT, related_name="+", verbose_name="原件")
    pages = models.JSONField("原件各页", default=list)
    boxes = models.JSONField("遮盖", default=list)
    made = models.ForeignKey(
        "base.Blob", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="重建的文件"
    )
    made_pages = models.JSONField("重建后各页", default=list)
    hidden = models.PositiveIntegerField("自动遮盖处数", default=0)
    asked = models.JSONField("待判断", default=list)
    unread = models.JSONField("只有图像的页", default=list)
    brought_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="收入人（公示员）"
    )
    brought_on = models.DateField("收入日期")
    confirmed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="确认人"
    )
    confirmed_on = models.DateField("确认日期", null=True, blank=True)
    dropped_on = models.DateField("决定不公开日期", null=True, blank=True)

    personal_data = ("label", "asked")
    retention = "as the case file"

    class Meta:
        verbose_name = "外来附件"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.label

    @property
    def goes_out(self) -> bool:
        """Whether it goes with the next version that is released."""
        return self.confirmed_on is not None and self.dropped_on is None

    @property
    def old_is_out(self) -> bool:
        """Whether the public still gets what was made of it before."""
        return self.label in self.publication.old_attachments

    @property
    def state(self) -> str:
        """Where it stands, in words."""
        opened = "待确认" if self.made_id else "待遮盖"
        state = "不公开" if self.dropped_on else "已确认，随公开文本公开" if self.confirmed_on else opened
        return f"{state}；{STILL_OUT}" if self.old_is_out else state
