"""How a penalty other than a fine was carried out (stages-penalty P49)."""

from django.db import models

from yangguang.base.models.fields import PublicIdField
from yangguang.cases.rules.other_penalties import TO_CARRY_OUT, WAYS
from yangguang.cases.rules.severity import LABELS


class PenaltyExecution(models.Model):
    """One penalty of one decision that was carried out: how, by whom, with which voucher and record."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="penalty_executions", verbose_name="案件")
    decision = models.ForeignKey("cases.Decision", models.PROTECT, related_name="other_executions", verbose_name="决定")
    penalty = models.CharField("处罚种类", max_length=30, choices=[(kind, LABELS[kind]) for kind in TO_CARRY_OUT])
    way = models.CharField("执行方式", max_length=20, choices=list(WAYS.items()))
    facts = models.TextField("执行情况")
    voucher = models.CharField("处理凭证", max_length=200, blank=True)
    officer_names = models.JSONField("执行人员", default=list)
    document = models.ForeignKey("records.Document", models.PROTECT, related_name="+", verbose_name="执行记录")
    carried_out_on = models.DateField("执行日期")

    personal_data = ("facts", "officer_names")
    retention = "as the case file"

    class Meta:
        verbose_name = "非罚款处罚的执行"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.decision_id} {self.get_penalty_display()}"
