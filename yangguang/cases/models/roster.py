"""The worker roster (劳动者名册): who is owed what for which months, and what each has been paid."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from yangguang.base.models.fields import FenField, PublicIdField


class RosterWorker(models.Model):
    """One worker of a case: months, what is owed, what has been paid, and the agent or team leader they worked under."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="workers", verbose_name="案件")
    position = models.PositiveIntegerField("序号")
    name = models.CharField("姓名", max_length=60)
    person_id = models.CharField("身份证号码", max_length=18)
    phone = models.CharField("联系电话", max_length=40, blank=True)
    from_month = models.DateField("欠薪起始月")
    to_month = models.DateField("欠薪截止月")
    owed_fen = FenField("应付金额（分）")
    paid_fen = FenField("已付金额（分）", default=0)
    agent = models.CharField("班组或者代理人", max_length=60, blank=True)
    removed_on = models.DateField("移出日期", null=True, blank=True)
    removal_reason = models.CharField("移出理由", max_length=200, blank=True)

    personal_data = ("name", "person_id", "phone", "agent")
    retention = "as the case file"

    class Meta:
        verbose_name = "劳动者名册"
        ordering = ("position", "pk")
        constraints = [
            models.UniqueConstraint(fields=["case", "person_id"], name="worker_once_in_a_case"),
            models.CheckConstraint(condition=Q(owed_fen__gt=0), name="worker_is_owed_something"),
            models.CheckConstraint(condition=Q(paid_fen__gte=0), name="worker_paid_not_negative"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def unpaid_fen(self) -> int:
        """What is still owed."""
        return max(self.owed_fen - self.paid_fen, 0)


class WorkerPayment(models.Model):
    """One payment to one worker: how much, on which day, with which voucher."""

    public_id = PublicIdField()
    worker = models.ForeignKey(RosterWorker, models.PROTECT, related_name="payments", verbose_name="劳动者")
    amount_fen = FenField("支付金额（分）")
    paid_on = models.DateField("支付日期")
    voucher = models.CharField("支付凭证", max_length=120)
    recorded_by_name = models.CharField("登记人", max_length=80)
    recorded_at = models.DateTimeField("登记时间")

    personal_data = ("amount_fen", "voucher")
    retention = "as the case file"

    class Meta:
        verbose_name = "劳动者工资支付"
        ordering = ("paid_on", "pk")
        constraints = [models.CheckConstraint(condition=Q(amount_fen__gt=0), name="payment_is_something")]

    def __str__(self) -> str:
        return f"{self.worker} {self.paid_on}"
