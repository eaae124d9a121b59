"""The custody of bits: a signed statement for each original, the root over each day's, holds, and what the scrub found."""

from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField


class ManifestSeal(models.Model):
    """What the site signed about one original when it came in: the statement, the signature, the key. Never changed."""

    manifest = models.OneToOneField(
        "records.MediaManifest", models.PROTECT, related_name="seal", verbose_name="原始录音录像登记"
    )
    statement = models.TextField("登记内容")
    signature = models.CharField("签名行", max_length=400)
    key = models.CharField("公钥", max_length=200)
    sealed_at = models.DateTimeField("签名时间")

    personal_data = ("statement",)
    retention = "as the case file"

    class Meta:
        verbose_name = "登记签名"

    def __str__(self) -> str:
        return f"{self.manifest_id} {self.key[:20]}"


class EvidenceDay(models.Model):
    """One day of one body: the root over the statements of what came in, said in the public log without a name."""

    public_id = PublicIdField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="执法主体")
    day = models.DateField("日期")
    size = models.PositiveIntegerField("件数")
    root = models.CharField("当日指纹树的根", max_length=64)
    closed_at = models.DateTimeField("结算时间")
    proof = models.BinaryField("存证证明", default=b"")
    stamp = models.BinaryField("可信时间戳", default=b"")
    stamped_by = models.CharField("时间戳服务", max_length=200, blank=True)

    personal_data = ()
    retention = "permanent"

    class Meta:
        verbose_name = "每日存证"
        ordering = ("day", "pk")
        constraints = [models.UniqueConstraint(fields=["body", "day"], name="evidence_day_once")]

    def __str__(self) -> str:
        return f"{self.day} {self.size}"

    @property
    def subject(self) -> Subject:
        """How the ledger names a day of originals."""
        return Subject("evidence_day", self.public_id, self.body.public_id)


class HoldGround(models.TextChoices):
    """Why something may not be disposed of."""

    RECONSIDERATION = "reconsideration", "行政复议"
    LAWSUIT = "lawsuit", "行政诉讼"
    SUPERVISION = "supervision", "执法监督"
    DISCIPLINE = "discipline", "纪检监察"
    OTHER = "other", "其他"


class LegalHold(models.Model):
    """A whole file or one original of it that is kept from every disposal until it is released (暂停销毁)."""

    public_id = PublicIdField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="执法主体")
    file_ref = models.CharField("案卷", max_length=40, db_index=True)
    evidence = models.ForeignKey(
        "records.Evidence", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="证据"
    )
    ground = models.CharField("暂停销毁事由", max_length=16, choices=HoldGround)
    words = models.CharField("说明", max_length=400)
    held_by_ref = models.CharField("办理人账号", max_length=60)
    held_by_name = models.CharField("办理人", max_length=80)
    held_at = models.DateTimeField("办理时间")
    released_by_name = models.CharField("解除人", max_length=80, blank=True)
    released_at = models.DateTimeField("解除时间", null=True, blank=True)
    release_reason = models.CharField("解除理由", max_length=400, blank=True)

    personal_data = ("words", "held_by_name", "released_by_name")
    retention = "as the case file"

    class Meta:
        verbose_name = "暂停销毁"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.get_ground_display()} {self.held_at:%Y-%m-%d}"

    @property
    def subject(self) -> Subject:
        """How the ledger names a hold: it is a step of its file."""
        return Subject("hold", self.public_id, self.body.public_id, file=self.file_ref)


class DamageKind(models.TextChoices):
    """What the scrub found."""

    MISSING = "missing", "文件缺失"
    ALTERED = "altered", "内容与指纹不符"
    UNREADABLE = "unreadable", "读取失败"


class DamagedBlob(models.Model):
    """A stored file the scrub found damaged or missing, and whether it was mended from the replica."""

    blob = models.ForeignKey("base.Blob", models.PROTECT, related_name="+", verbose_name="存件")
    kind = models.CharField("情况", max_length=10, choices=DamageKind)
    found_at = models.DateTimeField("发现时间")
    repaired_at = models.DateTimeField("修复时间", null=True, blank=True)
    kept_aside = models.CharField("损坏件另存", max_length=120, blank=True)

    personal_data = ()
    retention = "permanent"

    class Meta:
        verbose_name = "存件损坏"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.found_at:%Y-%m-%d}"


class ScrubRun(models.Model):
    """One run of the scrub: how much was read again, and what it found."""

    began_at = models.DateTimeField("开始时间")
    ended_at = models.DateTimeField("结束时间")
    files = models.PositiveIntegerField("件数", default=0)
    size = models.BigIntegerField("字节", default=0)
    faults = models.PositiveIntegerField("发现", default=0)
    repaired = models.PositiveIntegerField("修复", default=0)

    personal_data = ()
    retention = "permanent"

    class Meta:
        verbose_name = "存件巡检"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.began_at:%Y-%m-%d} {self.files}"
