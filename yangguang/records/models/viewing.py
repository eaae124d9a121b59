"""What is made of originals so that people can look at them, and what people say about them. Originals themselves never change."""

from django.db import models
from django.db.models import F, Q

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField


class DerivedAs(models.TextChoices):
    """What something was made for."""

    PREVIEW = "preview", "预览件"
    POSTER = "poster", "封面"
    SMALL = "small", "缩略图"
    FRAME = "frame", "截图"
    CLIP = "clip", "片段"


class MakingState(models.TextChoices):
    """How far the job process is with it."""

    WAITING = "waiting", "等候制作"
    MAKING = "making", "正在制作"
    MADE = "made", "已制作"
    FAILED = "failed", "没有做成"


ONCE = (DerivedAs.PREVIEW, DerivedAs.POSTER, DerivedAs.SMALL)


class Derivative(models.Model):
    """One new object made of an original: of which, of what stretch, by which program with which parameters, for whom."""

    public_id = PublicIdField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="执法主体")
    file_ref = models.CharField("案卷", max_length=40, db_index=True)
    source = models.ForeignKey(
        "records.MediaManifest", models.PROTECT, related_name="derivatives", verbose_name="原始录音录像"
    )
    purpose = models.CharField("用途", max_length=10, choices=DerivedAs)
    state = models.CharField("状态", max_length=10, choices=MakingState, default=MakingState.WAITING, db_index=True)
    fault = models.CharField("没有做成的原因", max_length=200, blank=True)
    from_ms = models.PositiveBigIntegerField("起（毫秒）", null=True, blank=True)
    to_ms = models.PositiveBigIntegerField("止（毫秒）", null=True, blank=True)
    words = models.CharField("内容说明", max_length=200, blank=True)
    watermark = models.CharField("水印", max_length=200, blank=True)
    facts = models.JSONField("原件情况", default=dict, blank=True)
    parameters = models.JSONField("制作参数", default=dict, blank=True)
    tool = models.CharField("制作程序", max_length=80, blank=True)
    blob = models.ForeignKey("base.Blob", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="存件")
    asked_by_ref = models.CharField("要求人账号", max_length=60, blank=True)
    asked_by_name = models.CharField("要求人", max_length=80)
    asked_at = models.DateTimeField("要求时间")
    tried_at = models.DateTimeField("上次制作", null=True, blank=True)
    made_at = models.DateTimeField("制作时间", null=True, blank=True)
    retired_at = models.DateTimeField("停用时间", null=True, blank=True)
    retired_by_name = models.CharField("停用人", max_length=80, blank=True)
    retire_reason = models.CharField("停用理由", max_length=200, blank=True)

    personal_data = ("words", "watermark", "asked_by_name", "retired_by_name", "blob")
    retention = "as the case file"

    class Meta:
        verbose_name = "派生件"
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=("source", "purpose"), condition=Q(purpose__in=ONCE), name="one_preview_of_an_original"
            ),
            models.CheckConstraint(
                condition=Q(to_ms=None) | Q(from_ms__lt=F("to_ms")), name="derivative_begins_before_it_ends"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} {self.source_id}"

    @property
    def subject(self) -> Subject:
        """How the ledger names it."""
        return Subject("derivative", self.public_id, self.body.public_id, file=self.file_ref)


class MarkKind(models.TextChoices):
    """What happens at an instant; the first four are spoken or shown in every recording of an inspection."""

    OPENING = "opening", "开始说明"
    CERTIFICATE = "certificate", "出示证件"
    RIGHTS = "rights", "告知权利"
    CLOSING = "closing", "结束说明"
    STATEMENT = "statement", "关键陈述"
    SCENE = "scene", "关键画面"
    REFUSAL = "refusal", "拒绝签名"
    BREAK = "break", "中断"
    OTHER = "other", "备注"


class MediaMark(models.Model):
    """What somebody noted at one instant of a recording. A wrong one is retired with its reason, and stays."""

    public_id = PublicIdField()
    media = models.ForeignKey(
        "records.MediaManifest", models.PROTECT, related_name="marks", verbose_name="原始录音录像"
    )
    at_ms = models.PositiveBigIntegerField("时刻（毫秒）")
    kind = models.CharField("种类", max_length=12, choices=MarkKind)
    words = models.CharField("内容", max_length=200, blank=True)
    made_by_name = models.CharField("标记人", max_length=80)
    made_at = models.DateTimeField("标记时间")
    retired_at = models.DateTimeField("停用时间", null=True, blank=True)
    retired_by_name = models.CharField("停用人", max_length=80, blank=True)
    retire_reason = models.CharField("停用理由", max_length=200, blank=True)

    personal_data = ("words", "made_by_name", "retired_by_name")
    retention = "as the case file"

    class Meta:
        verbose_name = "音像标记"
        ordering = ("at_ms", "pk")

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.at_ms}"


class RecordingEntry(models.Model):
    """What the catalogue says of a recording. A correction is a new version; earlier ones stay."""

    media = models.ForeignKey(
        "records.MediaManifest", models.PROTECT, related_name="entries", verbose_name="原始录音录像"
    )
    version = models.PositiveIntegerField("版次")
    stage = models.CharField("环节", max_length=60)
    began_at = models.DateTimeField("起始时间")
    ended_at = models.DateTimeField("结束时间")
    place = models.CharField("地点", max_length=200)
    people = models.CharField("人员", max_length=200)
    points = models.CharField("要点", max_length=400)
    reason = models.CharField("更正理由", max_length=200, blank=True)
    made_by_name = models.CharField("编目人", max_length=80)
    made_at = models.DateTimeField("编目时间")

    personal_data = ("people", "points", "made_by_name")
    retention = "as the case file"

    class Meta:
        verbose_name = "音像编目"
        ordering = ("media", "version")
        constraints = [
            models.UniqueConstraint(fields=("media", "version"), name="one_version_of_an_entry"),
            models.CheckConstraint(condition=Q(began_at__lte=F("ended_at")), name="entry_begins_before_it_ends"),
        ]

    def __str__(self) -> str:
        return f"{self.stage} {self.version}"
