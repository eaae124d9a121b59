"""Payments of a fine, received by the collecting agent and never by the body that decided (罚缴分离)."""

from django.db import models

from yangguang.base.models.fields import PublicIdField


class Payment(models.Model):
    """One payment by receipt of the collecting agent (FCS-1997:8.1)."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="payments", verbose_name="案件")
    decision = models.ForeignKey("cases.Decision", models.PROTECT, related_name="payments", verbose_name="决定")
    amount_fen = models.BigIntegerField("金额（分）")
    paid_on = models.DateField("缴款日期")
    payee = models.CharField("收款方", max_length=120)
    receipt_number = models.CharField("罚款收据编号", max_length=80)
    proof = models.ForeignKey(
        "base.Blob", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="收据存件"
    )

    personal_data = ()
    retention = "as the case file"

    class Meta:
        verbose_name = "缴款"
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["decision", "receipt_number"], name="receipt_once")]

    def __str__(self) -> str:
        return self.receipt_number
