"""Prior notices, one for each party, each with its own service and its own two windows (PF-8)."""

from django.db import models

from yangguang.base.models.fields import PublicIdField


class WaiverForm(models.TextChoices):
    """How a right may be given up: in words that can be shown again. Silence is none (APL-2021:62)."""

    WRITTEN = "written", "书面"
    RECORDED = "recorded", "录音录像"


class PriorNotice(models.Model):
    """One prior notice (事先告知书) to one party: what is proposed and why, and which rights the party was told."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="notices", verbose_name="案件")
    party = models.ForeignKey("cases.Party", models.PROTECT, related_name="notices", verbose_name="当事人")
    round = models.PositiveSmallIntegerField("第几次告知", default=1)
    content = models.JSONField("告知内容", default=dict)
    fine_fen = models.BigIntegerField("拟处罚款（分）", default=0)
    hearing_told = models.BooleanField("告知听证权利", default=False)
    hearing_reasons = models.JSONField("应当告知听证的理由", default=list)
    new_facts = models.TextField("重新告知的新事实", blank=True)
    issued_on = models.DateField("告知书日期")
    document = models.ForeignKey(
        "records.Document", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="告知书"
    )
    served_on = models.DateField("送达日期", null=True, blank=True)
    statement_waived_on = models.DateField("放弃陈述申辩日期", null=True, blank=True)
    hearing_waived_on = models.DateField("放弃听证日期", null=True, blank=True)
    waiver_form = models.CharField("放弃的形式", max_length=10, choices=WaiverForm, blank=True)
    waiver_proof = models.CharField("放弃的凭据", max_length=200, blank=True)
    superseded_on = models.DateField("被重新告知取代日期", null=True, blank=True)

    personal_data = ("content",)
    retention = "as the case file"

    class Meta:
        verbose_name = "事先告知"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case_id} {self.party_id} 第{self.round}次"


class HearingRequest(models.Model):
    """One party's request for a hearing (听证申请): until it is held, ended or withdrawn nothing is decided."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="hearing_requests", verbose_name="案件")
    notice = models.ForeignKey(PriorNotice, models.PROTECT, related_name="hearing_requests", verbose_name="告知")
    asked_on = models.DateField("申请日期")
    posted_on = models.DateField("交邮日期", null=True, blank=True)
    late_reason = models.CharField("逾期的正当理由", max_length=400, blank=True)
    withdrawn_on = models.DateField("撤回日期", null=True, blank=True)
    refused_on = models.DateField("不予受理日期", null=True, blank=True)
    refusal = models.CharField("不予受理的理由", max_length=400, blank=True)
    hearing = models.ForeignKey(
        "cases.Hearing", models.PROTECT, null=True, blank=True, related_name="requests", verbose_name="听证"
    )
    agents = models.ManyToManyField("cases.AuthorisedAgent", related_name="+", verbose_name="参加听证的代理人")

    personal_data = ()
    retention = "as the case file"

    class Meta:
        verbose_name = "听证申请"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case_id} {self.asked_on}"
