"""Applications for reconsideration handed in at the body that decided, which passes them on (ARL-2023:32.2)."""

from django.db import models

from yangguang.base.models.fields import PublicIdField


class HandedInOutcome(models.TextChoices):
    """What the body did with it."""

    FORWARDED = "forwarded", "维持原决定，转送复议机关"
    CORRECTED = "corrected", "已自行撤销或者变更原决定"


class HandedInApplication(models.Model):
    """One application about one decision. It waits while it has no outcome."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="handed_in", verbose_name="案件")
    decision = models.ForeignKey(
        "cases.Decision", models.PROTECT, related_name="handed_in", verbose_name="所争议的决定"
    )
    applicant = models.CharField("申请人", max_length=120)
    authority = models.CharField("复议机关", max_length=120)
    received_on = models.DateField("收到申请的日期")
    outcome = models.CharField("处理", max_length=10, choices=HandedInOutcome, blank=True)
    handled_on = models.DateField("处理日期", null=True, blank=True)
    receipt = models.CharField("回执", max_length=120, blank=True)
    letter = models.ForeignKey(
        "records.Document", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="转送函"
    )

    personal_data = ("applicant",)
    retention = "as the case file"

    class Meta:
        verbose_name = "经本机关提交的复议申请"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.applicant}　{self.decision.number}"

    @property
    def waits(self) -> bool:
        """Whether nothing was done with it yet."""
        return not self.outcome
