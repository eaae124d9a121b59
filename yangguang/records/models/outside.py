"""Giving originals to somebody outside: to whom, by which paper, what of it, who approved, and the package that went out."""

from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField


class Recipient(models.TextChoices):
    """Who outside may be given originals or treated copies."""

    COURT = "court", "人民法院"
    PROCURATORATE = "procuratorate", "人民检察院"
    REVIEW_BODY = "review_body", "行政复议机关"
    POLICE = "police", "公安机关"
    PARTY = "party", "当事人及其代理人"
    OTHER = "other", "其他"


BY_PAPER = frozenset({Recipient.COURT, Recipient.PROCURATORATE, Recipient.REVIEW_BODY, Recipient.POLICE})


class Secrecy(models.TextChoices):
    """What the person who looked for secrets answered."""

    OPEN = "open", "可以提供"
    CLOSED = "closed", "不得提供"
    UNSURE = "unsure", "不能确定"


class OutsideState(models.TextChoices):
    """Where a giving stands."""

    PROPOSED = "proposed", "待审批"
    APPROVED = "approved", "已批准"
    REFUSED = "refused", "不予批准"


class OutsideProvision(models.Model):
    """One giving outside (对外提供) and the package it made."""

    public_id = PublicIdField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="执法主体")
    number = models.CharField("编号", max_length=60)
    file_ref = models.CharField("案卷", max_length=40, db_index=True)
    file_number = models.CharField("案号", max_length=120)
    recipient = models.CharField("接收人种类", max_length=14, choices=Recipient)
    recipient_name = models.CharField("接收人", max_length=120)
    paper_number = models.CharField("调取文书文号", max_length=120, blank=True)
    purpose = models.CharField("用途", max_length=400)
    items = models.JSONField("提供的内容", default=list)
    secrecy = models.CharField("保密审查", max_length=8, choices=Secrecy)
    secrecy_note = models.CharField("保密审查说明", max_length=400)
    state = models.CharField("状态", max_length=10, choices=OutsideState, default=OutsideState.PROPOSED)
    proposed_by_ref = models.CharField("提出人账号", max_length=60)
    proposed_by_name = models.CharField("提出人", max_length=80)
    proposed_at = models.DateTimeField("提出时间")
    decided_by_name = models.CharField("审批人", max_length=80, blank=True)
    decided_at = models.DateTimeField("审批时间", null=True, blank=True)
    opinion = models.CharField("审批意见", max_length=400, blank=True)
    package = models.ForeignKey(
        "base.Blob", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="提供的文件包"
    )

    personal_data = ("recipient_name", "purpose", "proposed_by_name", "decided_by_name", "package")
    retention = "as the case file"

    class Meta:
        verbose_name = "对外提供"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.number

    @property
    def subject(self) -> Subject:
        """How the ledger names it: giving outside is a step of the file."""
        return Subject("outside", self.public_id, self.body.public_id, file=self.file_ref)
