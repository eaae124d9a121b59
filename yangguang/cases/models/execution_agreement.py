"""Agreements on the execution of a fine: drawn up, approved by the head, signed with the party, kept or broken."""

from django.db import models

from yangguang.base.models.fields import FenField, PublicIdField


class AgreementState(models.TextChoices):
    """Where an agreement stands."""

    PROPOSED = "proposed", "待批准"
    APPROVED = "approved", "已批准，待签订"
    SIGNED = "signed", "履行中"
    DROPPED = "dropped", "未签订"
    BROKEN = "broken", "没有履行，已恢复执行"
    KEPT = "kept", "已经履行"
    ENDED = "ended", "执行已经结束"


class AgreementSigner(models.TextChoices):
    """Who signs for the party."""

    PARTY = "party", "当事人本人，或者法定代表人、负责人"
    AGENT = "agent", "案卷中登记的代理人"


class ExecutionAgreement(models.Model):
    """One agreement (执行协议) on one fine (ACL-2011:42): parts, what the party puts right, what of the additional fine is
    remitted for it, and why nobody else is harmed.
    """

    public_id = PublicIdField()
    execution = models.ForeignKey("cases.Execution", models.PROTECT, related_name="agreements", verbose_name="履行")
    state = models.CharField("状态", max_length=12, choices=AgreementState, default=AgreementState.PROPOSED)
    instalments = models.JSONField("各阶段日期和金额", default=list)
    measures = models.TextField("当事人采取的补救措施", blank=True)
    remitted_fen = FenField("减免的加处罚款（分）", default=0)
    harmless = models.TextField("不损害公共利益和他人合法权益的理由")
    proposed_on = models.DateField("拟订日期")
    proposed_by_name = models.CharField("拟订人", max_length=80)
    approved_on = models.DateField("批准日期", null=True, blank=True)
    approved_by_name = models.CharField("批准人", max_length=80, blank=True)
    document = models.ForeignKey(
        "records.Document", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="执行协议书"
    )
    signed_on = models.DateField("签订日期", null=True, blank=True)
    signed_as = models.CharField("签字人身份", max_length=8, choices=AgreementSigner, blank=True)
    signed_by_name = models.CharField("当事人方签字人", max_length=80, blank=True)
    signed_copy = models.ForeignKey(
        "base.Blob", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="双方签字的协议"
    )
    plan = models.OneToOneField(
        "cases.Deferral", models.PROTECT, null=True, blank=True, related_name="agreement", verbose_name="分期"
    )
    drop_reason = models.TextField("没有签订的原因", blank=True)
    broken_on = models.DateField("恢复执行的日期", null=True, blank=True)

    personal_data = ("measures", "harmless", "proposed_by_name", "approved_by_name", "signed_by_name", "drop_reason")
    retention = "as the case file"

    class Meta:
        verbose_name = "执行协议"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"执行协议 {self.proposed_on}"
