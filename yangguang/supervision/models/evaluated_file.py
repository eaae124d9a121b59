"""One file in a round: how it came in, who evaluates it, its sheets, objections and what was ordered about it."""

from __future__ import annotations

from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField
from yangguang.supervision.models.evaluation import CaseFileEvaluation
from yangguang.supervision.rules.scoring import shown_points


class TakenBy(models.TextChoices):
    """How a file came into the sample."""

    DRAWN = "drawn", "随机抽取"
    SUBSTITUTE = "substitute", "按次序递补"
    TARGETED = "targeted", "指定加入"


class FileState(models.TextChoices):
    """Where a file stands in its round."""

    DRAWN = "drawn", "待评"
    VETO_CLAIMED = "veto_claimed", "否决待确认"
    SCORED = "scored", "已评分"
    VETOED = "vetoed", "一票否决"
    OBJECTED = "objected", "有异议"
    RECHECKED = "rechecked", "已复评"
    FINAL = "final", "已定档"
    EXCLUDED = "excluded", "已剔除"


class EvaluatedFile(models.Model):
    """One finished file that is evaluated. `findings` are what the automatic checks suggest; they score nothing."""

    public_id = PublicIdField()
    evaluation = models.ForeignKey(CaseFileEvaluation, models.PROTECT, related_name="files", verbose_name="案卷评查")
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+", verbose_name="案卷")
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="被评查单位")
    stratum = models.CharField("层别", max_length=160)
    position = models.PositiveSmallIntegerField("序号")
    taken_by = models.CharField("入选方式", max_length=12, choices=TakenBy, default=TakenBy.DRAWN)
    reason = models.CharField("指定、剔除的理由", max_length=400, blank=True)
    state = models.CharField("状态", max_length=14, choices=FileState, default=FileState.DRAWN)
    evaluator = models.ForeignKey(
        "directory.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="评查人"
    )
    rechecker = models.ForeignKey(
        "directory.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="复评人"
    )
    findings = models.JSONField("自动核查的提示", default=list)
    checked_at = models.DateTimeField("自动核查时间", null=True, blank=True)
    score = models.IntegerField("得分（十分之一分）", null=True, blank=True)
    grade = models.CharField("等次", max_length=20, blank=True)

    personal_data = ("findings",)
    retention = "permanent"

    class Meta:
        verbose_name = "评查案卷"
        ordering = ("position", "pk")
        constraints = [models.UniqueConstraint(fields=["evaluation", "case"], name="evaluated_once_a_round")]

    def __str__(self) -> str:
        return f"第{self.position}卷"

    @property
    def points(self) -> str:
        """The score as people read it; empty until there is one."""
        return "" if self.score is None else shown_points(self.score)

    @property
    def subject(self) -> Subject:
        """How the ledger names it, among the papers of its round."""
        round_ = self.evaluation.subject
        return Subject("evaluated_file", self.public_id, round_.chain, file=round_.file)


class ScoringSheet(models.Model):
    """What one evaluator found in one file. The first one stays as it is when another evaluator rechecks the file."""

    file = models.ForeignKey(EvaluatedFile, models.PROTECT, related_name="sheets", verbose_name="评查案卷")
    number = models.PositiveSmallIntegerField("第几次")
    evaluator_ref = models.CharField("评查人", max_length=60)
    evaluator_name = models.CharField("评查人姓名", max_length=80)
    answers = models.JSONField("否决项的核查", default=list)
    deductions = models.JSONField("扣分", default=list)
    sections = models.JSONField("各部分得分", default=dict)
    score = models.IntegerField("得分（十分之一分）")
    vetoed = models.BooleanField("一票否决", default=False)
    remark = models.TextField("评语", blank=True)
    scored_on = models.DateField("评查日期")
    confirmed_by_name = models.CharField("确认否决的人", max_length=80, blank=True)
    settled = models.BooleanField("否决已确认", null=True, blank=True)
    settled_reason = models.CharField("不确认的理由", max_length=400, blank=True)

    personal_data = ("evaluator_name", "confirmed_by_name", "deductions", "answers", "remark")
    retention = "permanent"

    class Meta:
        verbose_name = "评查表"
        ordering = ("number", "pk")
        constraints = [models.UniqueConstraint(fields=["file", "number"], name="scoring_sheet_once")]

    def __str__(self) -> str:
        return f"第{self.number}次评查"


class ScoreObjection(models.Model):
    """What an evaluated body holds against a score, and what another evaluator answered."""

    file = models.ForeignKey(EvaluatedFile, models.PROTECT, related_name="objections", verbose_name="评查案卷")
    reason = models.TextField("异议理由")
    objected_by_name = models.CharField("提出人", max_length=80)
    objected_on = models.DateField("提出日期")
    answer = models.TextField("复评意见", blank=True)
    answered_by_name = models.CharField("复评人", max_length=80, blank=True)
    answered_on = models.DateField("答复日期", null=True, blank=True)

    personal_data = ("objected_by_name", "answered_by_name", "reason", "answer")
    retention = "permanent"

    class Meta:
        verbose_name = "评查异议"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.objected_on}"


class FixingOrder(models.Model):
    """That something about a file be put right, what was reported, and who looked whether it was."""

    file = models.OneToOneField(EvaluatedFile, models.PROTECT, related_name="fixing", verbose_name="评查案卷")
    demand = models.TextField("整改要求")
    ordered_on = models.DateField("责令日期")
    ordered_by_name = models.CharField("责令人", max_length=80)
    due_on = models.DateField("整改期限")
    report = models.TextField("整改情况", blank=True)
    evidence = models.CharField("附加说明、证据的名称和位置", max_length=400, blank=True)
    reported_on = models.DateField("报告日期", null=True, blank=True)
    reported_by_ref = models.CharField("报告人", max_length=60, blank=True)
    reported_by_name = models.CharField("报告人姓名", max_length=80, blank=True)
    verified_on = models.DateField("核查日期", null=True, blank=True)
    verified_by_name = models.CharField("核查人", max_length=80, blank=True)
    fixed = models.BooleanField("已整改", null=True, blank=True)
    verdict = models.CharField("核查意见", max_length=400, blank=True)

    personal_data = ("ordered_by_name", "reported_by_name", "verified_by_name", "demand", "report", "evidence")
    retention = "permanent"

    class Meta:
        verbose_name = "整改通知"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.file}整改通知"
