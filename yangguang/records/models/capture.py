"""What was said of a recording made on the spot. Written once, before it comes; the recording must then be this very one."""

from __future__ import annotations

from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField
from yangguang.records.rules.captures import CONSENTS, MODES, PLACES


class Capture(models.Model):
    """One recording or picture of a telephone: when, where, of whom, what was spoken, where it stopped, its fingerprint."""

    public_id = PublicIdField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="执法主体")
    file_ref = models.CharField("案卷", max_length=40, db_index=True)
    account_ref = models.CharField("账号", max_length=60)
    officer_name = models.CharField("拍摄人", max_length=80)
    key = models.CharField("本机编号", max_length=26)
    mode = models.CharField("方式", max_length=10, choices=tuple(MODES.items()))
    size = models.BigIntegerField("大小")
    sha256 = models.CharField("采集时的指纹", max_length=64)
    chosen = models.BooleanField("从本机选取", default=False)
    recovered = models.BooleanField("录制中断后恢复", default=False)
    began_at = models.DateTimeField("开始时间")
    ended_at = models.DateTimeField("结束时间")
    place = models.CharField("地点", max_length=400)
    place_kind = models.CharField("场所种类", max_length=20, choices=tuple(PLACES.items()))
    consent = models.CharField("同意或者依据", max_length=10, choices=tuple(CONSENTS.items()), blank=True)
    consent_words = models.CharField("同意情况", max_length=400, blank=True)
    people = models.CharField("在场人员", max_length=400, blank=True)
    matter = models.CharField("事项", max_length=400)
    spoken = models.JSONField("已口述", default=dict)
    unspoken_reason = models.CharField("没有口述的原因", max_length=400, blank=True)
    gaps = models.JSONField("中断", default=list)
    broken_off = models.BooleanField("中断后没有继续", default=False)
    failure_report = models.CharField("无法继续的说明", max_length=400, blank=True)
    whole = models.BooleanField("应当全程记录", default=False)
    arrived_at = models.DateTimeField("到达时间", null=True, blank=True)
    left_at = models.DateTimeField("离开时间", null=True, blank=True)
    uncovered_reason = models.CharField("没有覆盖的原因", max_length=400, blank=True)
    warned = models.JSONField("提示", default=list)
    clock_offset_ms = models.BigIntegerField("本机时钟减服务器时钟（毫秒）", null=True, blank=True)
    latitude = models.FloatField("纬度", null=True, blank=True)
    longitude = models.FloatField("经度", null=True, blank=True)
    accuracy = models.FloatField("定位精度（米）", null=True, blank=True)
    made_at = models.DateTimeField("登记时间")

    personal_data = ("officer_name", "place", "people", "matter", "consent_words", "latitude", "longitude")
    retention = "as the case file"

    class Meta:
        verbose_name = "现场采集登记"
        ordering = ("began_at", "pk")
        constraints = [models.UniqueConstraint(fields=("account_ref", "key"), name="capture_once")]

    def __str__(self) -> str:
        return f"{self.get_mode_display()} {self.matter}"

    @property
    def subject(self) -> Subject:
        """How the ledger names this capture."""
        return Subject("capture", self.public_id, self.body.public_id, file=self.file_ref)
