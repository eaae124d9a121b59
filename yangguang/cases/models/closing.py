"""How and why a case was closed."""

from django.db import models

from yangguang.base.models.fields import PublicIdField


class ClosingGround(models.TextChoices):
    """Why nothing is left to do."""

    FULFILLED = "fulfilled", "处罚决定履行完毕"
    TERMINATED = "terminated", "执行终结"
    NOTHING_TO_FULFIL = "nothing_to_fulfil", "决定没有需要履行的内容"
    DISPOSITION = "disposition", "行政处理决定履行完毕"
    NO_PENALTY = "no_penalty", "不予处罚或者违法事实不成立"
    ANNULLED = "annulled", "决定被撤销，不再重作"


class Closing(models.Model):
    """The closing of one case (结案)."""

    public_id = PublicIdField()
    case = models.OneToOneField("cases.Case", models.PROTECT, related_name="closing", verbose_name="案件")
    ground = models.CharField("结案情形", max_length=24, choices=ClosingGround)
    summary = models.TextField("结案说明")
    recording_note = models.CharField("音像记录缺失的说明", max_length=400, blank=True)
    closed_on = models.DateField("结案日期")
    approved_by_name = models.CharField("批准人", max_length=80)
    document = models.ForeignKey(
        "records.Document", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="结案报告"
    )

    personal_data = ("summary", "approved_by_name")
    retention = "as the case file"

    class Meta:
        verbose_name = "结案"

    def __str__(self) -> str:
        return f"{self.case_id} {self.closed_on}"
