"""Who handles a case, and since when."""

from django.db import models


class Assignment(models.Model):
    """One officer's part in a case (承办分工). The first by position is the lead handler."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="assignments", verbose_name="案件")
    officer = models.ForeignKey(
        "directory.Officer", models.PROTECT, related_name="assignments", verbose_name="执法人员"
    )
    position = models.PositiveSmallIntegerField("次序", default=1)
    starts_on = models.DateField("起")
    ends_on = models.DateField("止", null=True, blank=True)
    reason = models.CharField("更换原因", max_length=200, blank=True)

    personal_data = ()
    retention = "as the case file"

    class Meta:
        verbose_name = "承办分工"
        ordering = ("position", "pk")
        indexes = [models.Index(fields=["officer", "ends_on", "case"], name="assignment_standing")]

    def __str__(self) -> str:
        return f"{self.case} {self.officer}"
