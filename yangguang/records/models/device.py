"""Recording devices of a body, and who had which of them when (R07, R08)."""

from django.db import models
from django.db.models import Q

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField


class DeviceKind(models.TextChoices):
    """What kind of device it is."""

    BODY_CAMERA = "body_camera", "执法记录仪"
    CAMCORDER = "camcorder", "摄像机"
    STILL_CAMERA = "still_camera", "照相机"
    VOICE_RECORDER = "voice_recorder", "录音笔"
    FIXED = "fixed", "办案场所固定摄录设备"


class DeviceState(models.TextChoices):
    """How a device stands."""

    IN_STORE = "in_store", "在库"
    OUT = "out", "已领用"
    FAULTY = "faulty", "待修"
    RETIRED = "retired", "已报废"


class RecordingDevice(models.Model):
    """One device that makes recordings of enforcement, as the register knows it."""

    public_id = PublicIdField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="执法主体")
    unit = models.ForeignKey("directory.Unit", models.PROTECT, related_name="+", verbose_name="使用单位")
    number = models.CharField("设备编号", max_length=60)
    kind = models.CharField("设备种类", max_length=20, choices=DeviceKind)
    model = models.CharField("型号", max_length=80)
    standard = models.CharField("设备标准", max_length=200)
    bought_on = models.DateField("购置日期")
    price_fen = models.BigIntegerField("购置价格", default=0)
    state = models.CharField("状态", max_length=10, choices=DeviceState, default=DeviceState.IN_STORE)
    clock_offset_seconds = models.IntegerField("设备时间减系统时间（秒）", null=True, blank=True)
    calibrated_at = models.DateTimeField("校准时间", null=True, blank=True)
    left_note = models.CharField("尚未入库的文件", max_length=400, blank=True)
    fault = models.CharField("故障", max_length=400, blank=True)
    retired_on = models.DateField("报废日期", null=True, blank=True)

    personal_data = ()
    retention = "permanent"

    class Meta:
        verbose_name = "音像记录设备"
        ordering = ("number", "pk")
        constraints = [models.UniqueConstraint(fields=["body", "number"], name="device_number_once")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"

    @property
    def subject(self) -> Subject:
        """How the ledger names this device."""
        return Subject("device", self.public_id, self.body.public_id)


class DeviceLending(models.Model):
    """One time an officer had a device: how it was when taken, and when it came back."""

    device = models.ForeignKey(RecordingDevice, models.PROTECT, related_name="lendings", verbose_name="设备")
    officer = models.ForeignKey("directory.Officer", models.PROTECT, related_name="+", verbose_name="领用人")
    lent_by_name = models.CharField("发放人", max_length=80)
    taken_at = models.DateTimeField("领用时间")
    purpose = models.CharField("用途", max_length=200)
    clock_offset_seconds = models.IntegerField("设备时间减系统时间（秒）")
    battery_percent = models.PositiveSmallIntegerField("电量")
    space_gb = models.PositiveIntegerField("可用空间")
    returned_at = models.DateTimeField("归还时间", null=True, blank=True)
    received_by_name = models.CharField("接收人", max_length=80, blank=True)
    emptied = models.BooleanField("文件已经全部入库", default=False)
    left_note = models.CharField("尚未入库的文件", max_length=400, blank=True)
    condition = models.CharField("归还时的状况", max_length=200, blank=True)

    personal_data = ("lent_by_name", "received_by_name")
    retention = "permanent"

    class Meta:
        verbose_name = "设备领用"
        ordering = ("taken_at", "pk")
        constraints = [
            models.UniqueConstraint(fields=["device"], condition=Q(returned_at=None), name="device_lent_once"),
        ]

    def __str__(self) -> str:
        return f"{self.device_id} {self.taken_at:%Y-%m-%d}"
