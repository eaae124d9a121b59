"""Files on their way into the vault, and what is said for good about each one that arrived."""

from django.db import models
from django.db.models import F, Q

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField


class TrustOrigin(models.TextChoices):
    """What can honestly be said about where a recording comes from."""

    MANUAL = "manual_upload", "人工上传"
    FIELD = "field_capture", "现场采集，采集时取指纹"
    STATION = "station_import", "采集站导入"
    DEVICE = "device_signed", "设备签名"


class UploadState(models.TextChoices):
    """How an upload stands."""

    OPEN = "open", "正在上传"
    FINISHED = "finished", "已入库"
    ENDED = "ended", "已取消"
    EXPIRED = "expired", "逾期未传完，已清除"
    REFUSED = "refused", "不能接收"
    UNCLAIMED = "unclaimed", "待认领"
    DUPLICATE = "duplicate", "重复，没有再次入库"
    ASIDE = "aside", "不属于案件"


class MediaManifest(models.Model):
    """One original that came in: what it is, whose, from where, its fingerprints. Written once, never changed."""

    public_id = PublicIdField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="执法主体")
    file_ref = models.CharField("案卷", max_length=40, db_index=True)
    blob = models.ForeignKey("base.Blob", models.PROTECT, related_name="+", verbose_name="存件")
    name = models.CharField("设备上的文件名", max_length=200)
    size = models.BigIntegerField("大小")
    media_type = models.CharField("类型", max_length=100)
    sha256 = models.CharField("指纹", max_length=64)
    tree_root = models.CharField("分块指纹树的根", max_length=64)
    chunk_bytes = models.PositiveIntegerField("分块大小")
    trust_origin = models.CharField("来源可信程度", max_length=20, choices=TrustOrigin)
    device_number = models.CharField("设备编号", max_length=60, blank=True)
    officer_name = models.CharField("拍摄人", max_length=80)
    importer_ref = models.CharField("上传人账号", max_length=60)
    importer_name = models.CharField("上传人", max_length=80)
    occurred_at = models.DateTimeField("拍摄时间")
    clock_offset_seconds = models.IntegerField("设备时间减系统时间（秒）", null=True, blank=True)
    made_by = models.CharField("程序版本", max_length=60)
    made_at = models.DateTimeField("入库时间")

    personal_data = ("name", "officer_name", "importer_name", "blob")
    retention = "as the case file"

    class Meta:
        verbose_name = "原始录音录像登记"
        ordering = ("occurred_at", "pk")

    def __str__(self) -> str:
        return self.name

    @property
    def subject(self) -> Subject:
        """How the ledger names this original."""
        return Subject("media", self.public_id, self.body.public_id, file=self.file_ref)


class Upload(models.Model):
    """One file on its way: `offset` bytes of it are on disk, what lies behind them does not count."""

    public_id = PublicIdField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="执法主体")
    file_ref = models.CharField("案卷", max_length=40, db_index=True, blank=True)
    account_ref = models.CharField("账号", max_length=60, db_index=True)
    importer_name = models.CharField("上传人", max_length=80)
    name = models.CharField("设备上的文件名", max_length=200)
    length = models.BigIntegerField("大小")
    offset = models.BigIntegerField("已收到", default=0)
    state = models.CharField("状态", max_length=10, choices=UploadState, default=UploadState.OPEN)
    trust_origin = models.CharField("来源可信程度", max_length=20, choices=TrustOrigin)
    device_number = models.CharField("设备编号", max_length=60, blank=True)
    officer_name = models.CharField("拍摄人", max_length=80)
    occurred_at = models.DateTimeField("拍摄时间")
    clock_offset_seconds = models.IntegerField("设备时间减系统时间（秒）", null=True, blank=True)
    card_place = models.CharField("在卡上的位置", max_length=400, blank=True)
    officer = models.ForeignKey(
        "directory.Officer", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="领用人"
    )
    why = models.CharField("待认领的原因", max_length=300, blank=True)
    sha256 = models.CharField("指纹", max_length=64, blank=True)
    tree_root = models.CharField("分块指纹树的根", max_length=64, blank=True)
    manifest = models.OneToOneField(
        MediaManifest, models.PROTECT, null=True, blank=True, related_name="upload", verbose_name="登记"
    )
    capture = models.ForeignKey(
        "records.Capture", models.PROTECT, null=True, blank=True, related_name="uploads", verbose_name="现场采集登记"
    )
    began_at = models.DateTimeField("开始时间")
    expires_at = models.DateTimeField("保留至", db_index=True)

    personal_data = ("name", "officer_name", "importer_name")
    retention = "as the case file"

    class Meta:
        verbose_name = "上传"
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(condition=Q(offset__gte=0, offset__lte=F("length")), name="upload_within_length"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def subject(self) -> Subject:
        """How the ledger names an upload; it is no part of its file before it has arrived."""
        return Subject("upload", self.public_id, self.body.public_id)


class StationImport(models.Model):
    """One time the station's folder was read: who asked, how it went, and what became of each file that needs a word."""

    public_id = PublicIdField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="执法主体")
    account = models.ForeignKey("directory.Account", models.PROTECT, related_name="+", verbose_name="提请人")
    folder = models.CharField("文件夹", max_length=400)
    asked_at = models.DateTimeField("提请时间")
    ended_at = models.DateTimeField("完成时间", null=True, blank=True)
    counts = models.JSONField("各有多少", default=dict)
    told = models.JSONField("逐个文件的说明", default=list)
    fault = models.CharField("没有完成的原因", max_length=300, blank=True)

    personal_data = ("told",)
    retention = "as long as the devices"

    class Meta:
        verbose_name = "采集站导入"
        ordering = ("-asked_at", "-pk")

    def __str__(self) -> str:
        return self.folder

    @property
    def subject(self) -> Subject:
        """How the ledger names one run."""
        return Subject("station_import", self.public_id, self.body.public_id)
