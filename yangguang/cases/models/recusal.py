"""Conflicts of interest that were declared, and requests that somebody withdraw from a case (APL-2021:43)."""

from django.db import models

from yangguang.base.models.fields import PublicIdField


class RecusedRole(models.TextChoices):
    """As what somebody takes part in a case."""

    OFFICER = "officer", "执法人员"
    UNIT_HEAD = "unit_head", "承办机构负责人"
    REVIEWER = "legal_reviewer", "法制审核人员"
    CHAIR = "chair", "听证主持人"
    HEARING_MEMBER = "hearing_member", "听证员"
    CLERK = "clerk", "记录人员"
    TRANSLATOR = "translator", "翻译人员"
    EXPERT = "expert", "鉴定人员"
    AGENCY_HEAD = "agency_head", "行政机关负责人"


class RecusalDecider(models.TextChoices):
    """Who decided: the head about everybody else; about a head whoever the rules of the place name."""

    HEAD = "head", "行政机关负责人"
    COLLECTIVE = "collective", "机关负责人集体讨论"
    SUPERIOR = "superior", "上级行政机关"


class Recusal(models.Model):
    """One person's conflict or requested recusal (回避) in one case. Own declarations need no decision.

    Officers are named by their row, people with an account by it, all others (clerks, translators, experts) by name.
    """

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="recusals", verbose_name="案件")
    role = models.CharField("身份", max_length=20, choices=RecusedRole, default=RecusedRole.OFFICER)
    officer = models.ForeignKey(
        "directory.Officer", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="执法人员"
    )
    account = models.ForeignKey(
        "directory.Account", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="本机关人员"
    )
    name = models.CharField("姓名", max_length=60, blank=True)
    declared_by_officer = models.BooleanField("本人声明", default=False)
    reason = models.CharField("利害关系或者申请理由", max_length=400)
    requested_on = models.DateField("提出日期")
    granted = models.BooleanField("应当回避", null=True, default=None)
    decided_on = models.DateField("决定日期", null=True, blank=True)
    decision_reason = models.CharField("决定理由", max_length=400, blank=True)
    decided_by = models.CharField("由谁决定", max_length=12, choices=RecusalDecider, blank=True)
    decided_by_name = models.CharField("决定人", max_length=200, blank=True)
    decision_paper = models.CharField("上级决定的文号", max_length=120, blank=True)

    personal_data = ("name", "reason", "decision_reason", "decided_by_name")
    retention = "as the case file"

    class Meta:
        verbose_name = "回避"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case_id} {self.person}"

    @property
    def person(self) -> str:
        """Whose recusal it is, by name."""
        if self.officer is not None:
            return self.officer.name
        return self.account.name if self.account is not None else self.name

    @property
    def titled(self) -> str:
        """Role and name, as papers write them: 听证主持人林静."""
        return f"{self.get_role_display()}{self.person}"
