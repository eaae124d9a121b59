"""The sanctions list of wage arrears (失信联合惩戒名单): one row for each listing of a case, one for everybody listed with it."""

from __future__ import annotations

from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField


class ListingStatus(models.TextChoices):
    """Where a listing stands (law/stages-penalty §4.6)."""

    PROPOSED = "proposed", "拟列入"
    NOTIFIED = "notified", "已告知，等候异议"
    OBJECTED = "objected", "异议核实中"
    VERIFIED = "verified", "异议已核实告知"
    LISTED = "listed", "列入期内"
    NOT_LISTED = "not_listed", "不予列入"
    DELISTING_REQUESTED = "delisting_requested", "申请提前移出"
    DELISTED = "delisted", "已移出"
    ANNULLED = "annulled", "列入已撤销"


class SanctionsListing(models.Model):
    """One listing. `public_since` is set while the public reads it; `notice_ref` is its random name outside."""

    public_id = PublicIdField()
    notice_ref = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="listings", verbose_name="案件")
    instruction = models.ForeignKey(
        "cases.Instruction", models.PROTECT, related_name="listings", verbose_name="责令限期支付文书"
    )
    party = models.ForeignKey("cases.Party", models.PROTECT, related_name="+", verbose_name="用人单位")
    status = models.CharField("状态", max_length=24, choices=ListingStatus, default=ListingStatus.PROPOSED)
    ground = models.TextField("列入事由")
    mass_event = models.CharField("群体性、极端事件", max_length=1000, blank=True)
    unpaid_fen = models.BigIntegerField("拖欠金额（分）", default=0)
    proposed_on = models.DateField("拟列入日期")
    number = models.CharField("决定文号", max_length=120, blank=True)
    listed_on = models.DateField("列入日期", null=True, blank=True)
    listed_until = models.DateField("列入至", null=True, blank=True)
    rectified_on = models.DateField("改正日期", null=True, blank=True)
    pledged_on = models.DateField("书面信用承诺日期", null=True, blank=True)
    why_listed = models.CharField("已改正仍列入的理由", max_length=1000, blank=True)
    ended_on = models.DateField("移出或者撤销日期", null=True, blank=True)
    ended_reason = models.CharField("移出或者撤销的理由", max_length=1000, blank=True)
    public_since = models.DateField("公开日期", null=True, blank=True)
    taken_down_on = models.DateField("停止公开日期", null=True, blank=True)

    personal_data = ("ground",)
    retention = "as the case file"

    class Meta:
        verbose_name = "失信联合惩戒名单列入"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"列入失信联合惩戒名单 {self.party}"

    @property
    def standing(self) -> str:
        """Where it stands, in words."""
        return str(ListingStatus(self.status).label)

    @property
    def subject(self) -> Subject:
        """How the ledger names this listing; it lies in the case's file."""
        return Subject("sanctions_listing", self.public_id, self.case.body.public_id, file=self.case.public_id)


class ListedPart(models.TextChoices):
    """In what quality somebody is listed (DWL-2021:5)."""

    UNIT = "unit", "用人单位"
    REPRESENTATIVE = "representative", "法定代表人或者主要负责人"
    IN_CHARGE = "in_charge", "直接负责的主管人员"
    RESPONSIBLE = "responsible", "其他直接责任人员"


class ListedParty(models.Model):
    """The unit or one responsible person: told, heard and listed each on their own."""

    public_id = PublicIdField()
    listing = models.ForeignKey(SanctionsListing, models.PROTECT, related_name="listed", verbose_name="列入")
    part = models.CharField("身份", max_length=16, choices=ListedPart)
    name = models.CharField("名称或者姓名", max_length=120)
    told_on = models.DateField("告知送达日期", null=True, blank=True)
    waived_on = models.DateField("书面放弃异议日期", null=True, blank=True)
    objection = models.TextField("异议", blank=True)
    objected_on = models.DateField("异议日期", null=True, blank=True)
    verification = models.TextField("核实结果", blank=True)
    verified_on = models.DateField("核实告知日期", null=True, blank=True)
    position = models.PositiveSmallIntegerField("次序", default=1)

    personal_data = ("name", "objection", "verification")
    retention = "as the case file"

    class Meta:
        verbose_name = "列入的当事人"
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.name
