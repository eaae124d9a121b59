"""Entries: the rows of an edition."""

from django.db import models

from yangguang.base.models.fields import PublicIdField
from yangguang.catalogues.models.edition import Edition


class Entry(models.Model):
    """One row. Its code stays the same from edition to edition; its columns are those the list defines."""

    public_id = PublicIdField()
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="entries", verbose_name="清单版本")
    code = models.CharField("编号", max_length=40)
    position = models.PositiveIntegerField("次序")
    columns = models.JSONField("内容", default=dict)
    official = models.BooleanField("官方内容", default=True)

    personal_data = ("columns",)
    retention = "permanent"

    class Meta:
        verbose_name = "清单条目"
        verbose_name_plural = "清单条目"
        ordering = ("position", "pk")
        constraints = [models.UniqueConstraint(fields=["edition", "code"], name="entry_code_once")]

    def __str__(self) -> str:
        return self.code
