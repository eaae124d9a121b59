"""Reconsiderations and lawsuits about decisions of a case: from the paper that told of them to the paper that ended them."""

from django.db import models

from yangguang.base.models.fields import PublicIdField


class RemedyKind(models.TextChoices):
    """Which way the party went."""

    RECONSIDERATION = "reconsideration", "行政复议"
    LITIGATION = "litigation", "行政诉讼"


class RemedyOutcome(models.TextChoices):
    """How it ended for the decision."""

    UPHELD = "upheld", "维持原决定，或者驳回申请、起诉、诉讼请求"
    ALTERED = "altered", "变更原决定"
    ANNULLED = "annulled", "撤销原决定"
    PARTLY = "partly_annulled", "部分撤销原决定，其余部分有效"
    REMAKE = "ordered_to_remake", "撤销原决定，责令重作"
    ILLEGAL = "declared_illegal", "确认违法"
    INVALID = "declared_invalid", "确认无效"
    PERFORM = "ordered_to_perform", "责令限期履行"
    MEDIATED = "mediated", "调解结案（调解书）"
    WITHDRAWN = "withdrawn", "撤回申请或者撤诉（包括和解后撤回）"
    TERMINATED = "terminated", "复议终止或者诉讼终结，没有处理决定"


class AnswerWay(models.TextChoices):
    """How the answer went to the authority that reviews the decision."""

    HANDED = "handed", "当面递交"
    POSTED = "posted", "邮寄"
    ONLINE = "online", "网上平台提交"


class Remedy(models.Model):
    """One reconsideration (复议) or lawsuit (诉讼) about one decision, or about nothing but what the agency made of it
    later. Open while it has no outcome. `outcome_terms`: what stood of the decision before and what is left of it (`before`,
    `left`, `fallen_parties`, `remake`, `remitted_fen`), or what is to be done by when and what was (`perform`, `perform_by`,
    `performed_on`, `performed`, `performed_paper`).
    """

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="remedies", verbose_name="案件")
    decision = models.ForeignKey("cases.Decision", models.PROTECT, related_name="remedies", verbose_name="所争议的决定")
    alteration = models.ForeignKey(
        "cases.Alteration",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="remedies",
        verbose_name="所争议的变更决定",
    )
    kind = models.CharField("途径", max_length=20, choices=RemedyKind)
    authority = models.CharField("复议机关或者人民法院", max_length=120)
    number = models.CharField("案号", max_length=120)
    received_on = models.DateField("收到受理或者应诉通知的日期")
    simplified = models.BooleanField("适用简易程序审理", default=False)
    answer = models.ForeignKey(
        "records.Document", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="答复书、答辩状"
    )
    evidence_list = models.ForeignKey(
        "records.Document", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="证据目录"
    )
    answer_sent_on = models.DateField("提交答复、答辩的日期", null=True, blank=True)
    answer_way = models.CharField("提交方式", max_length=10, choices=AnswerWay, blank=True)
    answer_receipt = models.CharField("回执", max_length=120, blank=True)
    leave_paper = models.CharField("准许补充证据的文书", max_length=200, blank=True)
    leave_on = models.DateField("准许补充证据的日期", null=True, blank=True)
    outcome = models.CharField("结果", max_length=20, choices=RemedyOutcome, blank=True)
    outcome_paper = models.CharField("结果文书", max_length=200, blank=True)
    outcome_received_on = models.DateField("收到结果文书的日期", null=True, blank=True)
    outcome_words = models.TextField("结果的内容", blank=True)
    outcome_terms = models.JSONField("结果的要点", default=dict)

    personal_data = ("outcome_words", "outcome_terms")
    retention = "as the case file"

    class Meta:
        verbose_name = "复议诉讼"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.authority} {self.number}"

    @property
    def number_contested(self) -> str:
        """The number of the paper that is contested."""
        return str(self.alteration.document.number if self.alteration else self.decision.number)

    @property
    def awaits_answer(self) -> bool:
        """Whether the authority still waits for what the body has to say."""
        return self.is_open and self.answer_sent_on is None

    @property
    def awaits_performance(self) -> bool:
        """Whether the body was ordered to do something and has not told that it did."""
        return self.outcome == RemedyOutcome.PERFORM and not self.outcome_terms.get("performed_on")

    @property
    def is_open(self) -> bool:
        """Whether it has not ended."""
        return not self.outcome
