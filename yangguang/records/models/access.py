"""Access to originals: who asks, what for, how much of which file, what was granted until when, and how it ended."""

from django.db import models
from django.db.models import Q

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField


class AccessScope(models.TextChoices):
    """How much of a file is asked for."""

    RECORDINGS = "recordings", "录音录像和照片"
    DOCUMENTS = "documents", "文书和签名页"
    WHOLE = "whole", "全部材料"


class AccessGround(models.TextChoices):
    """By what right somebody asks."""

    DUTY = "duty", "履职需要"
    SUPERVISION = "supervision", "行政执法监督"


class AccessState(models.TextChoices):
    """Where a request stands."""

    ASKED = "asked", "待审批"
    APPROVED = "approved", "已批准"
    OPEN = "open", "调阅中"
    CLOSED = "closed", "已结束"
    REFUSED = "refused", "不予批准"
    REVOKED = "revoked", "已收回"


IN_FORCE = (AccessState.APPROVED, AccessState.OPEN)


class AccessRequest(models.Model):
    """One request (调阅申请) and what became of it."""

    public_id = PublicIdField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="案卷所属机关")
    number = models.CharField("申请编号", max_length=60)
    file_ref = models.CharField("案卷", max_length=40, db_index=True)
    file_number = models.CharField("案号", max_length=120)
    ground = models.CharField("调阅依据", max_length=12, choices=AccessGround)
    purpose = models.CharField("调阅事由", max_length=400)
    matter_number = models.CharField("事项编号", max_length=120)
    scope = models.CharField("调阅范围", max_length=12, choices=AccessScope)
    extent = models.CharField("具体内容", max_length=400, blank=True)
    wanted_until = models.DateField("申请调阅至")
    wants_download = models.BooleanField("申请下载", default=False)
    state = models.CharField("状态", max_length=10, choices=AccessState, default=AccessState.ASKED)
    asked_by_ref = models.CharField("申请人账号", max_length=60, db_index=True)
    asked_by_name = models.CharField("申请人", max_length=80)
    asked_by_body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="申请人单位")
    asked_at = models.DateTimeField("申请时间")
    decided_by_ref = models.CharField("审批人账号", max_length=60, blank=True)
    decided_by_name = models.CharField("审批人", max_length=80, blank=True)
    decided_at = models.DateTimeField("审批时间", null=True, blank=True)
    opinion = models.CharField("审批意见", max_length=400, blank=True)
    legal_reason = models.CharField("不予提供的法定理由", max_length=200, blank=True)
    access_expires_on = models.DateField("调阅期至", null=True, blank=True)
    download = models.BooleanField("准许下载", default=False)
    ended_at = models.DateTimeField("结束时间", null=True, blank=True)
    end_reason = models.CharField("结束原因", max_length=400, blank=True)

    personal_data = ("purpose", "asked_by_name", "decided_by_name")
    retention = "as the case file"

    class Meta:
        verbose_name = "调阅申请"
        ordering = ("-pk",)
        indexes = [models.Index(fields=["body", "state"], name="access_by_body")]

    def __str__(self) -> str:
        return self.number

    @property
    def subject(self) -> Subject:
        """How the ledger names a request; reading is no step of the case."""
        return Subject("access", self.public_id, self.body.public_id)


class AccessItem(models.Model):
    """One original that a grant opens."""

    public_id = PublicIdField()
    access = models.ForeignKey(AccessRequest, models.PROTECT, related_name="items", verbose_name="调阅申请")
    evidence = models.ForeignKey(
        "records.Evidence", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="证据"
    )
    document = models.ForeignKey(
        "records.Document", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="文书"
    )
    scan = models.ForeignKey(
        "records.DocumentScan", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="签名页"
    )
    title = models.CharField("名称", max_length=240)

    personal_data = ("title",)
    retention = "as the case file"

    class Meta:
        verbose_name = "调阅内容"
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(evidence__isnull=False, document=None, scan=None)
                | Q(evidence=None, document__isnull=False, scan=None)
                | Q(evidence=None, document=None, scan__isnull=False),
                name="access_item_is_one_thing",
            )
        ]

    def __str__(self) -> str:
        return self.title
