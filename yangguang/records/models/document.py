"""Documents of a file: kept as structured sheets, rendered any time, numbered once, never silently changed."""

from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField
from yangguang.base.worded_writes import WordedRow


class DocumentStatus(models.TextChoices):
    """Where a document stands."""

    DRAFTED = "drafted", "拟稿"
    ISSUED = "issued", "已制作"
    SERVED = "served", "已送达"
    VOIDED = "voided", "作废"


class Document(WordedRow):
    """One document (文书) of one file. `sheet` is the press's structured source; PDF and DOCX are rendered from it."""

    public_id = PublicIdField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="documents", verbose_name="执法主体")
    file_ref = models.CharField("案卷", max_length=40, db_index=True)
    kind = models.CharField("文书种类", max_length=60)
    title = models.CharField("名称", max_length=200)
    status = models.CharField("状态", max_length=12, choices=DocumentStatus, default=DocumentStatus.DRAFTED)
    number = models.CharField("文号", max_length=120, blank=True)
    sheet = models.JSONField("内容", default=dict)
    sheet_digest = models.CharField("内容指纹", max_length=64)
    template_version = models.PositiveSmallIntegerField("模板版次", default=1)
    dated_on = models.DateField("落款日期", null=True, blank=True)
    pdf = models.ForeignKey("base.Blob", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="PDF")
    docx = models.ForeignKey("base.Blob", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="DOCX")
    pages = models.PositiveIntegerField("页数", null=True, blank=True)
    volume = models.CharField("卷别", max_length=6, default="main")
    position = models.PositiveIntegerField("卷内次序", default=0)
    made_by_name = models.CharField("制作人", max_length=80)
    made_at = models.DateTimeField("制作时间")
    void_reason = models.CharField("作废原因", max_length=400, blank=True)

    personal_data = ("sheet", "title", "made_by_name")
    retention = "as the case file"

    class Meta:
        verbose_name = "文书"
        ordering = ("position", "pk")
        indexes = [models.Index(fields=["file_ref", "kind"], name="document_by_kind")]

    def __str__(self) -> str:
        return self.title

    @property
    def subject(self) -> Subject:
        """How the ledger names this document."""
        return Subject("document", self.public_id, self.body.public_id, file=self.file_ref)


class DocumentScan(models.Model):
    """A signed page or proof on paper, photographed or scanned: what makes a paper document effective."""

    public_id = PublicIdField()
    document = models.ForeignKey(Document, models.PROTECT, related_name="scans", verbose_name="文书")
    blob = models.ForeignKey("base.Blob", models.PROTECT, related_name="+", verbose_name="存件")
    page = models.PositiveIntegerField("页码", null=True, blank=True)
    covers_all = models.BooleanField("含全部页", default=False)
    refusal_note = models.CharField("拒签注明", max_length=200, blank=True)
    added_by_name = models.CharField("上传人", max_length=80)
    added_at = models.DateTimeField("上传时间")

    personal_data = ("blob",)
    retention = "as the case file"

    class Meta:
        verbose_name = "签名页"
        ordering = ("page", "pk")

    def __str__(self) -> str:
        return f"{self.document} {self.page or '全部'}"
