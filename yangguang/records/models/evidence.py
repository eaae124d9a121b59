"""Evidence of the eight statutory kinds (APL-2021:46.1): whose, from where, by whom, and whether it was verified."""

from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField
from yangguang.base.worded_writes import WordedRow


class EvidenceKind(models.TextChoices):
    """The eight kinds of the statute."""

    DOCUMENTARY = "documentary_evidence", "书证"
    PHYSICAL = "physical_evidence", "物证"
    AUDIOVISUAL = "audiovisual_material", "视听资料"
    ELECTRONIC = "electronic_data", "电子数据"
    WITNESS = "witness_testimony", "证人证言"
    PARTY_STATEMENT = "party_statement", "当事人的陈述"
    EXPERT_OPINION = "expert_opinion", "鉴定意见"
    RECORD = "inspection_record", "勘验笔录、现场笔录"


class Evidence(WordedRow):
    """One piece of evidence of one file."""

    public_id = PublicIdField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="执法主体")
    file_ref = models.CharField("案卷", max_length=40, db_index=True)
    kind = models.CharField("种类", max_length=30, choices=EvidenceKind)
    name = models.CharField("名称", max_length=200)
    source = models.CharField("提供人或者来源", max_length=200)
    obtained_on = models.DateField("取得日期")
    obtained_at_place = models.CharField("取得地点", max_length=200, blank=True)
    collector_names = models.JSONField("取证人", default=list)
    proves = models.CharField("证明内容", max_length=400)
    original = models.BooleanField("原件", default=False)
    pages = models.PositiveIntegerField("页数", null=True, blank=True)
    blob = models.ForeignKey("base.Blob", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="存件")
    media = models.OneToOneField(
        "records.MediaManifest",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence",
        verbose_name="原始录音录像",
    )
    derivative = models.OneToOneField(
        "records.Derivative",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="evidence",
        verbose_name="截图或者片段",
    )
    document = models.ForeignKey(
        "records.Document", models.PROTECT, null=True, blank=True, related_name="as_evidence", verbose_name="文书"
    )
    monitor_record = models.BooleanField("电子技术监控记录", default=False)
    monitor_reviewed_on = models.DateField("监控记录审核日期", null=True, blank=True)
    verified_on = models.DateField("查证日期", null=True, blank=True)
    verified_by_name = models.CharField("查证人", max_length=80, blank=True)
    verification = models.CharField("查证情况", max_length=400, blank=True)
    excluded_on = models.DateField("排除日期", null=True, blank=True)
    exclusion_reason = models.CharField("排除理由", max_length=400, blank=True)
    added_at = models.DateTimeField("入卷时间")

    personal_data = ("name", "source", "proves", "blob")
    retention = "as the case file"

    class Meta:
        verbose_name = "证据"
        ordering = ("obtained_on", "pk")

    def __str__(self) -> str:
        return self.name

    @property
    def subject(self) -> Subject:
        """How the ledger names this evidence."""
        return Subject("evidence", self.public_id, self.body.public_id, file=self.file_ref)
