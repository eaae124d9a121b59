"""The chain of a construction project: who built for whom, from the owner down to the team."""

from __future__ import annotations

from django.db import models

from yangguang.base.models.fields import FenField, PublicIdField


class ChainLevel(models.TextChoices):
    """A place in the chain."""

    OWNER = "owner", "建设单位"
    GENERAL_CONTRACTOR = "general_contractor", "施工总承包单位"
    SUBCONTRACTOR = "subcontractor", "分包单位"
    TEAM = "team", "班组或者个人"


class ChainRelation(models.TextChoices):
    """How a link came to the work from the one above."""

    CONTRACT = "contract", "依法发包、分包"
    WHOLE_HANDED_ON = "whole_handed_on", "转包"
    BORROWED_NAME = "borrowed_name", "挂靠（借用名义）"


class ContractLink(models.Model):
    """One link of the chain: level, name, whether it may lawfully do the work, and what is unpaid to it from above."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="contract_chain", verbose_name="案件")
    above = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="below", verbose_name="上一级"
    )
    level = models.CharField("层级", max_length=20, choices=ChainLevel)
    relation = models.CharField("承接方式", max_length=16, choices=ChainRelation, default=ChainRelation.CONTRACT)
    name = models.CharField("名称或者姓名", max_length=120)
    code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    qualified = models.BooleanField("具备合法经营资格", default=True)
    hired_workers = models.BooleanField("招用了名册中的劳动者", default=False)
    price_overdue_fen = FenField("未按约定拨付的工程款（分）", default=0)
    note = models.CharField("说明", max_length=200, blank=True)
    removed_on = models.DateField("移出日期", null=True, blank=True)

    personal_data = ("name",)
    retention = "as the case file"

    class Meta:
        verbose_name = "承包关系"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.get_level_display()} {self.name}"
