"""The whole file as one PDF: a preview, a copy for the parties to read, or the archived file itself with its fingerprint."""

from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField


class BoundFor(models.TextChoices):
    """What a bound file is for."""

    PREVIEW = "preview", "预览（未归档）"
    PARTIES = "parties", "阅卷副本（正卷）"
    ARCHIVE = "archive", "归档卷"


class BindingState(models.TextChoices):
    """How far the binding is."""

    WAITING = "waiting", "等候生成"
    MAKING = "making", "正在生成"
    MADE = "made", "已生成"
    FAILED = "failed", "生成失败"


class Retention(models.TextChoices):
    """How long an archived file is kept (law.md §10)."""

    PERMANENT = "permanent", "永久"
    LONG = "30_years", "定期30年"
    SHORT = "10_years", "定期10年"


class BoundFile(models.Model):
    """One binding of one file. A row for the archive seals what lay in it by then; what comes later is a continuation."""

    public_id = PublicIdField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="执法主体")
    file_ref = models.CharField("案卷", max_length=40, db_index=True)
    purpose = models.CharField("用途", max_length=12, choices=BoundFor)
    round = models.PositiveSmallIntegerField("续卷", default=0)
    state = models.CharField("状态", max_length=8, choices=BindingState, default=BindingState.WAITING)
    done = models.PositiveIntegerField("已装订份数", default=0)
    total = models.PositiveIntegerField("应装订份数", default=0)
    fault = models.CharField("失败原因", max_length=400, blank=True)
    blob = models.ForeignKey("base.Blob", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="PDF")
    pages = models.PositiveIntegerField("页数", default=0)
    kept_for = models.CharField("保管期限", max_length=10, choices=Retention, blank=True)
    condition = models.CharField("本卷情况说明", max_length=400, blank=True)
    asked_by_name = models.CharField("经办人", max_length=80)
    asked_on = models.DateField("日期")
    asked_at = models.DateTimeField("提出时间")
    tried_at = models.DateTimeField("最近生成时间", null=True, blank=True)

    personal_data = ("asked_by_name", "blob")
    retention = "as the case file"

    class Meta:
        verbose_name = "装订案卷"
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["file_ref", "round"], condition=models.Q(purpose="archive"), name="file_archived_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} {self.asked_on}"

    @property
    def subject(self) -> Subject:
        """How the ledger names this binding; only the archived one is part of its file."""
        file = self.file_ref if self.purpose == BoundFor.ARCHIVE else ""
        return Subject("bound_file", self.public_id, self.body.public_id, file=file)
