"""Credit repair: a party that has fulfilled asks that its penalty be public no longer; one examines, another decides."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField


class RepairStatus(models.TextChoices):
    """Where an application stands."""

    ASKED = "asked", "待审查"
    EXAMINED = "examined", "待决定"
    GRANTED = "granted", "同意修复"
    REFUSED = "refused", "不予修复"


OPEN = (RepairStatus.ASKED, RepairStatus.EXAMINED)


class CreditRepair(models.Model):
    """One application about one publication, from the public site (with a receipt) or recorded at the desk."""

    public_id = PublicIdField()
    receipt = models.CharField("查询号", max_length=12, unique=True, null=True, blank=True)
    publication = models.ForeignKey(
        "disclosure.Publication", models.PROTECT, related_name="repairs", verbose_name="公示信息"
    )
    asked_by_name = models.CharField("申请人", max_length=60)
    contact = models.CharField("联系方式", max_length=120)
    done = models.TextField("纠正和履行情况")
    commitment = models.TextField("信用承诺")
    received_at = models.DateTimeField("收到时间")
    status = models.CharField("状态", max_length=10, choices=RepairStatus, default=RepairStatus.ASKED, db_index=True)
    proof = models.CharField("核实的履行证明", max_length=400, blank=True)
    grants = models.BooleanField("拟同意", null=True, blank=True)
    reasons = models.TextField("理由（告知申请人）", blank=True)
    remedies = models.TextField("救济渠道", blank=True)
    examined_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="审查人"
    )
    examined_on = models.DateField("审查日期", null=True, blank=True)
    return_reason = models.CharField("退回理由", max_length=400, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="决定人"
    )
    decided_on = models.DateField("决定日期", null=True, blank=True)

    personal_data = ("asked_by_name", "contact", "done", "commitment", "reasons")
    retention = "as the case file"

    class Meta:
        verbose_name = "信用修复申请"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"信用修复申请 {self.publication.number}"

    @property
    def subject(self) -> Subject:
        """How the ledger names it; it lies in the case's file."""
        case = self.publication.case
        return Subject("credit_repair", self.public_id, self.publication.body.public_id, file=case.public_id)

    @property
    def is_open(self) -> bool:
        """Whether somebody has still to act."""
        return self.status in OPEN
