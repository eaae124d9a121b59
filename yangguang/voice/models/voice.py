"""One voice as it came in by the public site: what is said, of whom, who deals with it, and what became of it."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import FenField, PublicIdField
from yangguang.bulletin.api import VoiceKind
from yangguang.kernel import clock


class VoiceStatus(models.TextChoices):
    """Where a voice stands on the desk."""

    RECEIVED = "received", "待办理"
    TAKEN = "taken", "已登记为线索"
    ANSWERED = "answered", "已答复"
    REFUSED = "refused", "不予办理"


class RefusalGround(models.TextChoices):
    """Why a voice is turned away."""

    ELSEWHERE = "elsewhere", "不属于本机关职权或者管辖，告知向有关机关提出"
    REMEDIES = "remedies", "不服决定本身，告知申请行政复议或者提起行政诉讼"
    REPEATED = "repeated", "同一事项已经答复，没有新的事实和理由"
    UNCLEAR = "unclear", "没有具体事实，无法核实，也无法联系"


class Finding(models.TextChoices):
    """What was found of a complaint about an officer or a decision."""

    SUBSTANTIATED = "substantiated", "属实"
    PARTLY = "partly", "部分属实"
    NOT = "not", "不属实"


class Voice(models.Model):
    """One complaint, tip-off or question (来件). Who said it lies in `sealed` and is opened for whoever handles it alone."""

    public_id = PublicIdField()
    receipt = models.CharField("查询号", max_length=12, unique=True)
    kind = models.CharField("种类", max_length=10, choices=VoiceKind)
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="voices", verbose_name="办理机关")
    addressed_to = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="提交时选的机关")
    officer = models.ForeignKey(
        "directory.Officer", models.PROTECT, null=True, blank=True, related_name="voices", verbose_name="被投诉人员"
    )
    about_name = models.CharField("被投诉人", max_length=60, blank=True)
    decision = models.ForeignKey(
        "cases.Decision", models.PROTECT, null=True, blank=True, related_name="voices", verbose_name="被投诉的决定"
    )
    publication = models.ForeignKey(
        "disclosure.Publication",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="voices",
        verbose_name="被投诉的公开信息",
    )
    is_tip_off = models.BooleanField("举报", default=False)
    account = models.TextField("情况")
    requests = models.TextField("要求", blank=True)
    employer_name = models.CharField("用人单位", max_length=120, blank=True)
    employer_address = models.CharField("住所或者工作地点", max_length=200, blank=True)
    employer_contact = models.CharField("负责人", max_length=60, blank=True)
    employer_phone = models.CharField("用人单位电话", max_length=40, blank=True)
    workers_count = models.PositiveIntegerField("涉及人数", default=0)
    amount_fen = FenField("涉及金额（分）", default=0)
    began_on = models.DateField("开始日期", null=True, blank=True)
    ended_on = models.DateField("结束日期", null=True, blank=True)
    sealed = models.TextField("封存的身份信息")
    received_at = models.DateTimeField("提交时间")
    status = models.CharField("状态", max_length=10, choices=VoiceStatus, default=VoiceStatus.RECEIVED)
    keeper = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="kept_voices",
        verbose_name="经办人",
    )
    lead = models.OneToOneField(
        "cases.Lead", models.PROTECT, null=True, blank=True, related_name="voice", verbose_name="登记的线索"
    )
    ground = models.CharField("不予办理的理由", max_length=12, choices=RefusalGround, blank=True)
    told_to = models.CharField("告知前往", max_length=120, blank=True)
    finding = models.CharField("查实结果", max_length=14, choices=Finding, blank=True)
    corrected = models.TextField("改正情况", blank=True)
    reply = models.TextField("答复", blank=True)
    settled_on = models.DateField("办结日期", null=True, blank=True)
    settled_by_name = models.CharField("办结人", max_length=80, blank=True)
    due_on = models.DateField("办结时的到期日", null=True, blank=True)
    pressed_on = models.DateField("督促日期", null=True, blank=True)
    pressed_by_name = models.CharField("督促人", max_length=80, blank=True)
    pressed_words = models.CharField("督促内容", max_length=400, blank=True)

    personal_data = ("sealed", "account", "requests", "about_name", "employer_contact", "employer_phone")
    retention = "as the lead it became, or 3 years"

    class Meta:
        verbose_name = "来件"
        ordering = ("-pk",)
        indexes = [models.Index(fields=["body", "status"], name="voice_by_body")]

    def __str__(self) -> str:
        return f"来件 {self.receipt}"

    @property
    def subject(self) -> Subject:
        """How the ledger names it."""
        return Subject("voice", self.public_id, self.body.public_id)

    @property
    def received_on(self) -> date:
        """The legal day it was sent, from which its term runs."""
        return clock.legal_day(self.received_at)

    @property
    def about_number(self) -> str:
        """The number of the decision it is about, of coercion too; empty where it is about none."""
        known = self.publication or self.decision
        return known.number if known is not None else ""

    @property
    def is_conduct(self) -> bool:
        """Whether it is about officers or a decision, so that those it is about keep away."""
        return self.kind == VoiceKind.CONDUCT

    @property
    def is_open(self) -> bool:
        """Whether it still waits."""
        return self.status == VoiceStatus.RECEIVED

    @property
    def kind_words(self) -> str:
        """What it is, in a word: a tip-off is no complaint."""
        if self.kind == VoiceKind.WAGES:
            return "劳动保障举报" if self.is_tip_off else "劳动保障投诉"
        return VoiceKind(self.kind).label


class VoiceFile(models.Model):
    """One enclosure."""

    voice = models.ForeignKey(Voice, models.PROTECT, related_name="files", verbose_name="来件")
    position = models.PositiveSmallIntegerField("次序")
    name = models.CharField("文件名", max_length=80)
    blob = models.ForeignKey("base.Blob", models.PROTECT, related_name="+", verbose_name="存件")

    personal_data = ("name",)
    retention = "as the voice"

    class Meta:
        verbose_name = "来件附件"
        ordering = ("position",)
        constraints = [models.UniqueConstraint(fields=["voice", "position"], name="voice_file_once")]

    def __str__(self) -> str:
        return self.name
