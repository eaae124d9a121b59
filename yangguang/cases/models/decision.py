"""Decisions: the draft that is examined and reviewed, and the decision that is issued from it."""

from django.db import models

from yangguang.base.models.fields import PublicIdField
from yangguang.cases.rules.altering import ALTERATION


class DecisionKind(models.TextChoices):
    """What is decided."""

    PENALTY = "penalty", "行政处罚决定"
    NO_PENALTY = "no_penalty", "不予行政处罚决定"
    NOT_ESTABLISHED = "violation_not_established", "违法事实不成立决定"
    DISPOSITION = "disposition", "行政处理决定"
    ON_THE_SPOT = "on_the_spot_penalty", "当场处罚决定"


class DecisionDraft(models.Model):
    """The proposed decision of a case (代拟稿). Its digest binds what was reviewed to what is issued."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="drafts", verbose_name="案件")
    kind = models.CharField("种类", max_length=30, choices=[*DecisionKind.choices, (ALTERATION, "变更决定")])
    content = models.JSONField("内容", default=dict)
    digest = models.CharField("内容指纹", max_length=64)
    version = models.PositiveIntegerField("版次", default=1)
    prepared_by_ref = models.CharField("拟稿人", max_length=60)
    prepared_by_name = models.CharField("拟稿人姓名", max_length=80)
    prepared_at = models.DateTimeField("拟稿时间")

    personal_data = ("content", "prepared_by_name")
    retention = "as the case file"

    class Meta:
        verbose_name = "决定代拟稿"
        constraints = [models.UniqueConstraint(fields=["case", "kind"], name="one_draft_of_a_kind")]

    def __str__(self) -> str:
        return f"{self.case} {self.get_kind_display()} 第{self.version}稿"


class DecisionStatus(models.TextChoices):
    """Where a decision stands."""

    DECIDED = "decided", "已作出，未送达"
    SERVED = "served", "已送达"
    ANNULLED = "annulled", "已撤销"
    VOIDED = "voided", "作废"


class Decision(models.Model):
    """One decision, with the content that was reviewed. A major one cannot be stored without its passed review."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="decisions", verbose_name="案件")
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="decisions", verbose_name="执法主体")
    kind = models.CharField("种类", max_length=30, choices=DecisionKind)
    status = models.CharField("状态", max_length=12, choices=DecisionStatus, default=DecisionStatus.DECIDED)
    number = models.CharField("文号", max_length=120, unique=True)
    content = models.JSONField("内容", default=dict)
    digest = models.CharField("审核的拟稿指纹", max_length=64)
    content_digest = models.CharField(
        "内容指纹", max_length=64, blank=True
    )  # where parties are decided apart: of its share
    document = models.ForeignKey(
        "records.Document", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="决定书"
    )
    decided_on = models.DateField("决定日期")
    decided_by_ref = models.CharField("决定人", max_length=60)
    decided_by_name = models.CharField("决定人姓名", max_length=80)
    served_on = models.DateField("送达日期", null=True, blank=True)
    fine_fen = models.BigIntegerField("罚款（分）", default=0)

    personal_data = ("content", "decided_by_name")
    retention = "as the case file"

    class Meta:
        verbose_name = "执法决定"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.number
