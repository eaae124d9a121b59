"""A file of a sample application form (示范文本) that a guide carries; adopted with its edition, public as a copy (D09, D11)."""

from django.db import models

from yangguang.base.models.fields import PublicIdField
from yangguang.catalogues.models.edition import Edition


class SampleForm(models.Model):
    """One file of one row of an edition, by the row's code: rows may be replaced as a whole, their forms stay."""

    public_id = PublicIdField()
    edition = models.ForeignKey(Edition, models.PROTECT, related_name="sample_forms", verbose_name="清单版本")
    code = models.CharField("事项编号", max_length=40)
    title = models.CharField("表名", max_length=80)
    blob = models.ForeignKey("base.Blob", models.PROTECT, related_name="+", verbose_name="文件")
    suffix = models.CharField("文件种类", max_length=8)
    added_on = models.DateField("上传日期")
    added_by_name = models.CharField("上传人", max_length=80)

    personal_data = ("added_by_name",)
    retention = "permanent"

    class Meta:
        verbose_name = "示范文本文件"
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["edition", "code", "title"], name="sample_form_title_once")]

    def __str__(self) -> str:
        return self.title

    @property
    def told(self) -> dict[str, object]:
        """The file as it is signed, compared and published."""
        return {
            "title": self.title, "suffix": self.suffix, "size": self.blob.size, "sha256": self.blob.sha256,
        }  # fmt: skip
