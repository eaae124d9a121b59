"""The fulfilment of one fine: where it stands, deferrals, payments of the additional fine, what was given back."""

from __future__ import annotations

from django.db import models

from yangguang.base.models.fields import PublicIdField
from yangguang.cases.models.case import Party


class ExecutionStatus(models.TextChoices):
    """Where the fulfilment of a fine stands (law/stages-penalty §6.3)."""

    RUNNING = "running", "履行期内"
    DEFERRED = "deferred", "已批准延期分期"
    WAITING = "waiting", "逾期未履行"
    DEMANDED = "demanded", "已催告"
    ORDERED = "ordered", "已作强制执行决定"
    APPLIED = "applied", "已申请法院强制执行"
    ACCEPTED = "accepted", "法院已受理"
    NOT_ACCEPTED = "not_accepted", "法院不予受理"
    RULED_YES = "ruled_yes", "法院裁定准予执行"
    RULED_NO = "ruled_no", "法院裁定不准予执行"
    RECONSIDERING = "reconsidering", "上一级法院复议中"
    COURT_EXECUTING = "court_executing", "法院执行中"
    JUDGEMENT_EXECUTION = "judgement_execution", "已按判决申请执行"
    STAYED = "stayed", "中止执行"
    AGREED = "agreed", "已达成执行协议"
    FULFILLED = "fulfilled", "履行完毕"
    TERMINATED = "terminated", "终结执行"
    TO_RETURN = "to_return", "决定失效，应当退还"
    RETURNED = "returned", "已退还"


class Execution(models.Model):
    """The fulfilment of one decision with a fine. What is owed is computed from payments and days, never kept here."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="executions", verbose_name="案件")
    decision = models.OneToOneField("cases.Decision", models.PROTECT, related_name="execution", verbose_name="决定")
    status = models.CharField("状态", max_length=20, choices=ExecutionStatus, default=ExecutionStatus.RUNNING)
    stayed_from = models.CharField("中止、达成协议前的状态", max_length=20, choices=ExecutionStatus, blank=True)
    imposed_on = models.DateField("决定加处罚款的日期", null=True, blank=True)
    demanded_on = models.DateField("催告送达日期", null=True, blank=True)
    answer = models.TextField("催告后当事人的意见", blank=True)
    answer_reviewed = models.TextField("对意见的复核", blank=True)
    applied_on = models.DateField("申请法院强制执行日期", null=True, blank=True)
    court_paper = models.CharField("法院文书", max_length=200, blank=True)
    court_paper_on = models.DateField("收到法院文书的日期", null=True, blank=True)
    reconsidered_on = models.DateField("申请上一级法院复议的日期", null=True, blank=True)
    stayed_on = models.DateField("中止执行日期", null=True, blank=True)
    altered_fine_fen = models.BigIntegerField("变更后的罚款（分）", null=True, blank=True)
    remitted_fen = models.BigIntegerField("执行协议减免的加处罚款（分）", default=0)

    personal_data = ("answer",)
    retention = "as the case file"

    class Meta:
        verbose_name = "履行"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"履行 {self.decision_id}"

    @property
    def party(self) -> Party:
        """Whose papers are served first: the first party the decision names."""
        named = [str(one.get("ref") or "") for one in self.decision.content.get("parties") or ()]
        rows = self.case.parties.order_by("position", "pk")
        return rows.filter(public_id__in=named).first() or rows.first()  # type: ignore[return-value]

    @property
    def standing(self) -> str:
        """Where it stands, in words."""
        return str(ExecutionStatus(self.status).label)


class Deferral(models.Model):
    """One request to pay later or in parts, and what the head decided about it."""

    public_id = PublicIdField()
    decision = models.ForeignKey("cases.Decision", models.PROTECT, related_name="deferrals", verbose_name="决定")
    requested_on = models.DateField("申请日期")
    grounds = models.TextField("申请理由")
    proof = models.ForeignKey(
        "base.Blob", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="申请书和困难证明"
    )
    granted = models.BooleanField("批准", null=True, blank=True)
    decided_on = models.DateField("答复日期", null=True, blank=True)
    decided_by_name = models.CharField("答复人", max_length=80, blank=True)
    reason = models.TextField("答复理由", blank=True)
    instalments = models.JSONField("各期日期和金额", default=list)
    fine_fen = models.BigIntegerField("批准时的罚款（分）", null=True, blank=True)

    personal_data = ("grounds", "decided_by_name")
    retention = "as the case file"

    class Meta:
        verbose_name = "延期分期缴纳"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"延期分期 {self.requested_on}"


class AdditionalFinePayment(models.Model):
    """One payment of the additional fine by receipt of the collecting agent, apart from the fine itself."""

    public_id = PublicIdField()
    decision = models.ForeignKey(
        "cases.Decision", models.PROTECT, related_name="additional_payments", verbose_name="决定"
    )
    amount_fen = models.BigIntegerField("金额（分）")
    paid_on = models.DateField("缴款日期")
    payee = models.CharField("收款方", max_length=120)
    receipt_number = models.CharField("罚款收据编号", max_length=80)

    personal_data = ()
    retention = "as the case file"

    class Meta:
        verbose_name = "加处罚款缴款"
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["decision", "receipt_number"], name="additional_receipt_once")]

    def __str__(self) -> str:
        return self.receipt_number


class Restitution(models.Model):
    """One return of money or things after a decision fell or became smaller."""

    public_id = PublicIdField()
    decision = models.ForeignKey("cases.Decision", models.PROTECT, related_name="restitutions", verbose_name="决定")
    amount_fen = models.BigIntegerField("退还金额（分）", default=0)
    things = models.TextField("返还的物品和恢复原状的情况", blank=True)
    returned_on = models.DateField("退还日期")
    voucher = models.CharField("退付凭证或者返还清单编号", max_length=120)

    personal_data = ("things",)
    retention = "as the case file"

    class Meta:
        verbose_name = "退还"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.voucher
