"""A suspected crime on its way to the police and back: one row for each time, and every paper that came in about it."""

from __future__ import annotations

from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField


class CriminalTransferStatus(models.TextChoices):
    """Where a transfer stands (law/stages-penalty §7)."""

    SUSPECTED = "suspected", "发现线索"
    TASK_FORCE = "task_force", "专案核实"
    REPORT_SUBMITTED = "report_submitted", "已书面报告"
    APPROVED = "approved", "已批准，未移送"
    NOT_APPROVED = "not_approved", "不批准移送"
    SENT = "sent", "已移送，等候回执"
    ACKNOWLEDGED = "acknowledged", "公安已签收"
    POLICE_OPENED = "police_opened", "公安已立案"
    POLICE_REFUSED = "police_refused", "公安不予立案"
    POLICE_RECONSIDERING = "police_reconsidering", "公安复议中"
    PROCURATORIAL_SUPERVISION = "procuratorial_supervision", "检察院立案监督"
    RETURNED = "returned", "收回，恢复行政处理"
    HANDED_OVER = "handed_over", "已移交物品材料"


class CriminalTransfer(models.Model):
    """One transfer of suspected crime beside a case. `held_status` is where the main line stood when it was sent."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="criminal_transfers", verbose_name="案件")
    status = models.CharField(
        "状态", max_length=30, choices=CriminalTransferStatus, default=CriminalTransferStatus.SUSPECTED
    )
    crime = models.CharField("涉嫌罪名", max_length=120)
    other_standard = models.CharField("其他罪名的追诉标准", max_length=400, blank=True)
    grounds = models.TextField("线索")
    unpaid_fen = models.BigIntegerField("未支付金额（分）", default=0)
    suspected_on = models.DateField("发现日期")
    members = models.JSONField("专案组", default=list)
    member_names = models.JSONField("专案组成员", default=list)
    police = models.CharField("公安机关", max_length=120, blank=True)
    report = models.TextField("移送报告", blank=True)
    decided_at = models.DateTimeField("批准或者不批准的时刻", null=True, blank=True)
    refusal_reason = models.CharField("不批准的理由", max_length=2000, blank=True)
    held_status = models.CharField("移送时案件状态", max_length=30, blank=True)
    items = models.TextField("涉案物品清单", blank=True)
    items_told_on = models.DateField("书面告知物品去向日期", null=True, blank=True)
    sent_at = models.DateTimeField("移送时刻", null=True, blank=True)
    papers_sent = models.JSONField("移送材料", default=list)
    court_fined = models.BooleanField("已判处罚金", null=True)
    ended_on = models.DateField("终结日期", null=True, blank=True)

    personal_data = ("grounds", "report", "items")
    retention = "as the case file"

    class Meta:
        verbose_name = "涉嫌犯罪移送"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"移送公安机关 {self.case}"

    @property
    def standing(self) -> str:
        """Where it stands, in words."""
        return str(CriminalTransferStatus(self.status).label)

    @property
    def subject(self) -> Subject:
        """How the ledger names this transfer; it lies in the case's file."""
        return Subject("criminal_transfer", self.public_id, self.case.body.public_id, file=self.case.public_id)


class TransferAnswer(models.Model):
    """One paper of the police, the procuratorate or a court about a transfer, as it came in."""

    transfer = models.ForeignKey(CriminalTransfer, models.PROTECT, related_name="answers", verbose_name="移送")
    act = models.CharField("事项", max_length=60)
    title = models.CharField("文书", max_length=60)
    number = models.CharField("文号", max_length=120)
    sender = models.CharField("来文机关", max_length=120)
    received_on = models.DateField("收到日期")
    words = models.TextField("内容", blank=True)

    personal_data = ("words",)
    retention = "as the case file"

    class Meta:
        verbose_name = "移送来文"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.title} {self.number}"
