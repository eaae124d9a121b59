"""The circumstances found that weigh in a case: what lightens, aggravates or excuses, and the evidence it rests on."""

from django.db import models

from yangguang.base.models.fields import PublicIdField


class FoundCircumstance(models.Model):
    """One circumstance found (认定情节, APL-2021:30–33). `kind` is a code of rules/circumstances, `name` its words on that day;
    `evidence_refs` are public ids. Without a party it is one of every party. A dropped one stays in the file.
    """

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="found_circumstances", verbose_name="案件")
    party = models.ForeignKey(
        "cases.Party", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="当事人"
    )
    position = models.PositiveSmallIntegerField("次序")
    kind = models.CharField("情节", max_length=30)
    name = models.CharField("情节名称", max_length=200)
    text = models.TextField("具体情况")
    evidence_refs = models.JSONField("证据", default=list)
    found_on = models.DateField("认定日期")
    dropped_on = models.DateField("不再认定日期", null=True, blank=True)

    personal_data = ("text",)
    retention = "as the case file"

    class Meta:
        verbose_name = "认定情节"
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return f"{self.case_id} {self.name}"
