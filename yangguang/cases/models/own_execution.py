"""What a body that may execute by itself did about a fine."""

from django.db import models

from yangguang.base.models.fields import FenField, PublicIdField


class OwnExecution(models.Model):
    """One time money was transferred or things auctioned for a fine; what came of it went to the treasury."""

    public_id = PublicIdField()
    execution = models.ForeignKey("cases.Execution", models.PROTECT, related_name="own_runs", verbose_name="履行")
    how = models.CharField("执行方式", max_length=20, choices=[("transfer", "划拨存款、汇款"), ("auction", "依法拍卖")])
    facts = models.TextField("执行经过")
    amount_fen = FenField("所得款项（分）", default=0)
    voucher = models.CharField("上缴国库或者财政专户的凭证", max_length=200)
    urgent_reason = models.CharField("紧急情况", max_length=400, blank=True)
    officer_names = models.JSONField("执行人员", default=list)
    document = models.ForeignKey("records.Document", models.PROTECT, related_name="+", verbose_name="执行笔录")
    carried_out_at = models.DateTimeField("执行时间")

    personal_data = ("facts", "officer_names")
    retention = "as the case file"

    class Meta:
        verbose_name = "自行强制执行"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.execution} {self.get_how_display()}"
