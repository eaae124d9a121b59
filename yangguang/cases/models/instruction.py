"""Rectification instructions (限期改正指令): several orders in one paper, each with its own day and its own check."""

from __future__ import annotations

from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import FenField, PublicIdField


class InstructionStatus(models.TextChoices):
    """Where an instruction stands (law/stages-penalty §4.3)."""

    DRAFTED = "drafted", "拟稿"
    ISSUED = "issued", "已作出，未送达"
    RUNNING = "running", "已送达，改正期内"
    RECTIFIED = "rectified", "已改正"
    PARTLY_RECTIFIED = "partly_rectified", "部分改正"
    UNRECTIFIED = "unrectified", "期满未改正"
    DISPOSED = "disposed", "已转行政处理"
    SETTLED = "settled_unheeded", "未改正，已处罚并说明后续处理"
    ANNULLED = "annulled", "已撤销"
    REPLACED = "replaced", "变更后替代"


class Instruction(models.Model):
    """One instruction to one employer: what was found, under which law, what is ordered."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="instructions", verbose_name="案件")
    party = models.ForeignKey("cases.Party", models.PROTECT, related_name="+", verbose_name="被责令单位")
    status = models.CharField("状态", max_length=20, choices=InstructionStatus, default=InstructionStatus.DRAFTED)
    number = models.CharField("文号", max_length=120, blank=True)
    facts = models.TextField("违法事实")
    basis = models.JSONField("依据", default=list)
    document_ref = models.CharField("文书", max_length=40, blank=True)
    drafted_by_name = models.CharField("拟稿人", max_length=80)
    issued_on = models.DateField("作出日期", null=True, blank=True)
    served_on = models.DateField("送达日期", null=True, blank=True)
    posted_on = models.DateField("张贴日期", null=True, blank=True)
    given_on_the_spot = models.BooleanField("当场作出", default=False)
    annulled_on = models.DateField("撤销日期", null=True, blank=True)
    annulment_reason = models.CharField("撤销理由", max_length=400, blank=True)

    personal_data = ("facts", "drafted_by_name")
    retention = "as the case file"

    class Meta:
        verbose_name = "限期改正指令"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.number or f"指令稿 {self.case}"

    @property
    def standing(self) -> str:
        """Where it stands, in words that say how it reached the employer."""
        if self.status == InstructionStatus.RUNNING and self.posted_on:
            return "已张贴，改正期内"
        return str(InstructionStatus(self.status).label)

    @property
    def reached(self) -> str:
        """How it reached the employer; empty while it has not."""
        if self.posted_on:
            return "张贴"
        return ("当场交付" if self.given_on_the_spot else "送达") if self.served_on else ""

    @property
    def subject(self) -> Subject:
        """How the ledger names this instruction; it lies in the case's file."""
        return Subject("instruction", self.public_id, self.case.body.public_id, file=self.case.public_id)


class OrderKind(models.TextChoices):
    """What an order asks for."""

    PAY_WAGES = "pay_wages", "支付劳动报酬"
    HAND_OVER_RECORDS = "hand_over_records", "提供资料"
    OTHER = "other", "其他改正"


class InstructionOrder(models.Model):
    """One order of an instruction, with its own day and the outcome of its check."""

    public_id = PublicIdField()
    instruction = models.ForeignKey(Instruction, models.PROTECT, related_name="orders", verbose_name="指令")
    position = models.PositiveSmallIntegerField("次序")
    kind = models.CharField("种类", max_length=20, choices=OrderKind)
    text = models.TextField("要求")
    due_on = models.DateField("改正期限")
    owed_fen = FenField("责令支付金额（分）", default=0)
    outcome = models.CharField(
        "核查结果", max_length=20, blank=True,
        choices=[(s.value, s.label) for s in InstructionStatus if s.value.endswith("rectified")],
    )  # fmt: skip
    checked_on = models.DateField("核查日期", null=True, blank=True)
    finding = models.CharField("核查情况", max_length=400, blank=True)

    personal_data = ()
    retention = "as the case file"

    class Meta:
        verbose_name = "改正要求"
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return f"{self.instruction} {self.position}"
