"""Opinions of those who supervise enforcement about a case, and what the agency answered."""

from django.db import models

from yangguang.base.models.fields import PublicIdField


class SupervisionKind(models.TextChoices):
    """Who says it, by which paper."""

    OPINION = "opinion", "行政执法监督意见书"
    PROCURATORATE = "procuratorial_suggestion", "检察建议书"
    JUDICIAL = "judicial_suggestion", "司法建议书"
    SUPERIOR = "superior_notice", "上级机关责令改正、纠正通知"


class SupervisionOutcome(models.TextChoices):
    """What the agency did about it."""

    ANNULLED = "annulled", "已撤销决定"
    ALTERED = "altered", "已变更决定"
    OTHERWISE = "corrected_otherwise", "已用其他方式纠正"
    KEPT = "kept", "经审查没有错误，说明理由"


class SupervisionOpinion(models.Model):
    """One opinion about one case (stages-penalty V12). Open while it has no answer."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="supervision_opinions", verbose_name="案件")
    kind = models.CharField("文书种类", max_length=30, choices=SupervisionKind)
    authority = models.CharField("监督机关", max_length=120)
    number = models.CharField("文号", max_length=120)
    received_on = models.DateField("收到日期")
    words = models.TextField("指出的问题和要求")
    outcome = models.CharField("处理结果", max_length=20, choices=SupervisionOutcome, blank=True)
    answer = models.TextField("纠正情况或者理由", blank=True)
    answered_on = models.DateField("答复日期", null=True, blank=True)
    document = models.ForeignKey(
        "records.Document", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="自纠报告"
    )

    personal_data = ("words", "answer")
    retention = "as the case file"

    class Meta:
        verbose_name = "执法监督意见"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.authority} {self.number}"

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered it."""
        return not self.outcome
