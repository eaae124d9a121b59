"""What the investigation found: each fact with the evidence that shows it, and the report that ends the investigation."""

from django.db import models

from yangguang.base.models.fields import PublicIdField


class FoundFact(models.Model):
    """One found fact (认定事实). `evidence_refs` are the public ids of the evidence it rests on (APL-2021:40)."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="found_facts", verbose_name="案件")
    position = models.PositiveSmallIntegerField("次序")
    text = models.TextField("事实")
    evidence_refs = models.JSONField("证据", default=list)
    dropped_on = models.DateField("不再认定日期", null=True, blank=True)

    personal_data = ("text",)
    retention = "as the case file"

    class Meta:
        verbose_name = "认定事实"
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return f"{self.case_id} {self.position}"


class InvestigationReport(models.Model):
    """The report that concludes an investigation (调查终结报告). A supplement supersedes it and a new one follows."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="reports", verbose_name="案件")
    content = models.JSONField("内容", default=dict)
    concluded_on = models.DateField("终结日期")
    document = models.ForeignKey(
        "records.Document", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="报告"
    )
    superseded_on = models.DateField("退回补充调查日期", null=True, blank=True)
    supplement = models.CharField("需要查明的事实", max_length=400, blank=True)

    personal_data = ("content",)
    retention = "as the case file"

    class Meta:
        verbose_name = "调查终结报告"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.case_id} {self.concluded_on}"
