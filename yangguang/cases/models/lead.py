"""Leads: word of a possible violation, from whichever source, until it is opened as a case or settled otherwise."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField


class LeadSource(models.TextChoices):
    """Where a lead comes from (案件来源)."""

    COMPLAINT = "complaint", "投诉"
    TIP_OFF = "tip_off", "举报"
    PATROL = "patrol", "日常巡视检查"
    TRANSFERRED = "transferred", "其他机关移送"
    ASSIGNED = "assigned", "上级交办"


class ReceivedBy(models.TextChoices):
    """By which way the word came in."""

    WINDOW = "window", "窗口来访"
    PHONE = "phone", "电话"
    LETTER = "letter", "来信"
    PAPER = "paper", "来文"
    ON_SITE = "on_site", "现场发现"
    ONLINE = "online", "网上"


class LeadStatus(models.TextChoices):
    """Where a lead stands: the complaint line and the lead line (law/stages-penalty §4.1, P01 to P03)."""

    RECEIVED = "received", "已登记"
    COMPLETING = "completing", "待补正"
    REPORTED = "reported", "线索待核"
    ACCEPTED = "accepted", "已受理"
    OPENED = "opened", "已立案"
    DECLINED = "declined", "不予受理"
    REDIRECTED = "redirected", "已告知其他途径"
    NOT_OPENED = "not_opened", "不予立案"
    TRANSFERRED = "transferred", "已移送"
    MERGED = "merged", "已并入同一用人单位的线索"
    ANSWERED = "answered", "已答复"


OPEN_STATUSES = (LeadStatus.RECEIVED, LeadStatus.COMPLETING, LeadStatus.REPORTED)


class Lead(models.Model):
    """One lead (案件线索): about which employer, what is said, who looks after it, and what became of it."""

    public_id = PublicIdField()
    number = models.CharField("登记号", max_length=120, unique=True)
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="leads", verbose_name="执法主体")
    unit = models.ForeignKey("directory.Unit", models.PROTECT, null=True, related_name="leads", verbose_name="承办机构")
    acting_body = models.ForeignKey(
        "directory.Body", models.PROTECT, null=True, blank=True, related_name="acted_leads", verbose_name="受委托组织"
    )
    source = models.CharField("案件来源", max_length=20, choices=LeadSource)
    received_way = models.CharField("接收方式", max_length=12, choices=ReceivedBy)
    status = models.CharField("状态", max_length=20, choices=LeadStatus)
    received_on = models.DateField("登记日期")
    employer_name = models.CharField("用人单位", max_length=120, blank=True)
    employer_code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    employer_address = models.CharField("住所或者工作地点", max_length=200, blank=True)
    employer_contact = models.CharField("法定代表人或者负责人", max_length=60, blank=True)
    employer_phone = models.CharField("用人单位电话", max_length=40, blank=True)
    counterpart = models.ForeignKey(
        "cases.Counterpart", models.PROTECT, null=True, blank=True, related_name="leads", verbose_name="行政相对人"
    )
    account = models.TextField("反映的情况")
    field = models.CharField("执法类别", max_length=40)
    area = models.CharField("用工所在地", max_length=60)
    matter_code = models.CharField("执法事项", max_length=40, blank=True)
    violation_code = models.CharField("违法行为", max_length=40, blank=True)
    violation_began_on = models.DateField("违法行为发生日", null=True, blank=True)
    violation_ended_on = models.DateField("违法行为终了日", null=True, blank=True)
    anonymous = models.BooleanField("匿名", default=False)
    case = models.ForeignKey(
        "cases.Case", models.PROTECT, null=True, blank=True, related_name="leads", verbose_name="案件"
    )
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="merged", verbose_name="并入的线索"
    )
    closing_reason = models.CharField("处理理由", max_length=400, blank=True)
    registered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="登记人")
    registered_at = models.DateTimeField("登记时间")
    version = models.PositiveIntegerField("修改次数", default=0)

    personal_data = ("account", "employer_contact", "employer_phone")
    retention = "as the case file, or 3 years when no case is opened"

    class Meta:
        verbose_name = "案件线索"
        ordering = ("-pk",)
        indexes = [
            models.Index(fields=["body", "status"], name="lead_by_body"),
            models.Index(fields=["employer_code"], name="lead_by_employer_code"),
            models.Index(fields=["employer_name"], name="lead_by_employer_name"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def subject(self) -> Subject:
        """How the ledger names this lead; its papers lie in a file of its own."""
        return Subject("lead", self.public_id, self.body.public_id, file=self.public_id)

    @property
    def is_complaint(self) -> bool:
        """Whether it came as a complaint and runs on the complaint line."""
        return self.source == LeadSource.COMPLAINT


class LeadKeeper(models.Model):
    """Who looks after a lead and may open the identity of its informants."""

    lead = models.ForeignKey(Lead, models.PROTECT, related_name="keepers", verbose_name="线索")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="kept_leads", verbose_name="承办人"
    )
    starts_on = models.DateField("起")
    ends_on = models.DateField("止", null=True, blank=True)

    personal_data = ()
    retention = "as the lead"

    class Meta:
        verbose_name = "线索承办人"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.lead} {self.account}"
