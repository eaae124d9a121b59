"""Every step a case or one of its proceedings has taken, for gates that ask when something happened."""

from django.db import models

from yangguang.base.worded_writes import WordedRow


class StepTaken(WordedRow):
    """One step: which act, on which line, from where to where, when it happened and when it was recorded."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="steps_taken", verbose_name="案件")
    line = models.CharField("程序", max_length=30)
    line_ref = models.CharField("程序对象", max_length=40, blank=True)
    act = models.CharField("行为", max_length=60)
    left = models.CharField("自", max_length=30)
    reached = models.CharField("至", max_length=30)
    occurred_at = models.DateTimeField("发生时间")
    recorded_at = models.DateTimeField("录入时间")
    entry = models.ForeignKey("base.LedgerEntry", models.PROTECT, null=True, related_name="+", verbose_name="账目")

    personal_data = ()
    retention = "as the case file"

    class Meta:
        verbose_name = "办案步骤"
        ordering = ("pk",)
        indexes = [models.Index(fields=["case", "act"], name="step_by_act")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.act}"
