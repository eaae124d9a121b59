"""Publications: one for each decision, of coercion too, from the day it is due to the day it is taken down; and its versions."""

from __future__ import annotations

from functools import cached_property

from django.conf import settings
from django.db import models
from django.db.models import prefetch_related_objects

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField
from yangguang.disclosure.rules.grades import LABELS as GRADES


class PublicationStatus(models.TextChoices):
    """Where a publication stands."""

    PENDING = "pending_publication", "待公开"
    PREPARED = "prepared", "待复核"
    PUBLISHED = "published", "公开中"
    CORRECTED = "corrected", "已更正"
    WITHDRAWN = "withdrawn", "已撤回"
    EXPIRED = "expired", "期满下架"
    REPAIRED = "repaired", "信用修复停止公开"
    WITHHELD = "withheld", "不予公开"


WAITING = (PublicationStatus.PENDING, PublicationStatus.PREPARED)
STANDING = (PublicationStatus.PUBLISHED, PublicationStatus.CORRECTED)
DOWN = (PublicationStatus.WITHDRAWN, PublicationStatus.EXPIRED, PublicationStatus.REPAIRED)


class Scope(models.TextChoices):
    """How much of a decision the public reads."""

    FULL = "full_text", "全文公开"
    SUMMARY = "summary", "摘要公开"


class WithholdingGround(models.TextChoices):
    """The grounds on which a decision is not published at all (GD-DISC-2021:15.1)."""

    UNDERAGE = "underage", "当事人是未成年人"
    STATE_SECRET = "state_secret", "主要事实涉及国家秘密"
    TRADE_SECRET = "trade_secret", "主要事实涉及商业秘密"
    PRIVACY = "personal_privacy", "主要事实涉及个人隐私"
    SECURITY = "security", "公开后可能危及国家安全、公共安全、经济安全或者社会稳定"
    SERIES = "case_series", "可能影响系列案件查处"
    OTHER_LAW = "other_law", "法律、法规、规章规定不予公开的其他情形"
    NO_LONGER_STANDS = "no_longer_stands", "决定在公开之前已经撤销或者作废"


class WithdrawalGround(models.TextChoices):
    """Why a published decision has to be taken back."""

    ALTERED = "altered", "决定被依法变更"
    ANNULLED = "annulled", "决定被依法撤销"
    UNLAWFUL = "ruled_unlawful", "决定被确认违法"
    VOID = "ruled_void", "决定被确认无效"
    LIFTED = "lifted", "强制措施因没有违法行为、与违法行为无关或者没有获得批准而解除"
    ORDERED_STOPPED = "ordered_stopped", "复议机关或者人民法院决定停止公示"
    NOT_TO_BE_PUBLIC = "not_to_be_public", "公开了依法不应公开的内容"


OF_ONE = models.Q(decision=None, paper__isnull=False) | models.Q(decision__isnull=False, paper=None, under=None)


class Publication(models.Model):
    """One decision's way to the public. `notice_ref` is its random name outside; nothing inside can be told from it."""

    public_id = PublicIdField()
    notice_ref = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="publications", verbose_name="案件")
    decision = models.OneToOneField(
        "cases.Decision", models.PROTECT, null=True, blank=True, related_name="publication", verbose_name="执法决定"
    )
    paper = models.OneToOneField(
        "records.Document",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="publication",
        verbose_name="行政强制决定的文书",
    )
    under = models.ForeignKey(
        "cases.Decision", models.PROTECT, null=True, blank=True, related_name="coercions", verbose_name="所执行的决定"
    )
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="publications", verbose_name="执法主体")
    status = models.CharField(
        "状态", max_length=20, choices=PublicationStatus, default=PublicationStatus.PENDING, db_index=True
    )
    decided_on = models.DateField("决定日期")
    clause = models.CharField("公开期限的依据", max_length=40)
    version = models.PositiveSmallIntegerField("已公开版次", default=0)
    register_number = models.CharField("公示登记号", max_length=16, blank=True)
    published_on = models.DateField("公开日期", null=True, blank=True)
    promised_workdays = models.PositiveSmallIntegerField("事后公开事项清单的公开时限（工作日）", null=True, blank=True)
    until = models.DateField("公开至", null=True, blank=True)
    term_grade = models.CharField(
        "失信等级", max_length=10, choices=[(one.value, label) for one, label in GRADES.items()], blank=True
    )
    term_why = models.CharField("定级的依据", max_length=200, blank=True)
    term_months = models.PositiveSmallIntegerField("公开期限（月）", null=True, blank=True)
    term_source = models.CharField("公开期限的取值", max_length=300, blank=True)
    repair_from = models.DateField("可以申请信用修复的日期", null=True, blank=True)
    late_reason = models.CharField("逾期公开的原因", max_length=400, blank=True)
    return_reason = models.CharField("退回理由", max_length=400, blank=True)
    ruling = models.JSONField("报请确定能否公开", default=dict)
    withholding_ground = models.CharField("不予公开情形", max_length=24, choices=WithholdingGround, blank=True)
    withholding_reason = models.CharField("不予公开的理由", max_length=400, blank=True)
    withheld_on = models.DateField("决定不予公开日期", null=True, blank=True)
    withheld_by_name = models.CharField("决定不予公开的人", max_length=80, blank=True)
    exemption_filed_with = models.CharField("备案机关", max_length=80, blank=True)
    exemption_filing_number = models.CharField("备案号", max_length=80, blank=True)
    exemption_filed_on = models.DateField("备案日期", null=True, blank=True)
    exemption_review_by = models.DateField("应评估日期", null=True, blank=True)
    withdrawal_ground = models.CharField("撤回情形", max_length=24, choices=WithdrawalGround, blank=True)
    withdrawal_paper = models.CharField("撤回所依据的文书", max_length=200, blank=True)
    ground_received_on = models.DateField("收到文书日期", null=True, blank=True)
    withdraw_by = models.DateField("应撤回日期", null=True, blank=True)
    withdrawn_on = models.DateField("撤回日期", null=True, blank=True)
    withdrawal_reason = models.CharField("撤回理由", max_length=400, blank=True)
    withdrawal_late_reason = models.CharField("逾期撤回的原因", max_length=400, blank=True)
    ended_on = models.DateField("停止公开日期", null=True, blank=True)

    personal_data = ()
    retention = "as the case file"

    class Meta:
        verbose_name = "公示信息"
        ordering = ("-pk",)
        indexes = [models.Index(fields=["body", "status"], name="publication_by_body")]
        constraints = [models.CheckConstraint(condition=OF_ONE, name="publication_of_one")]

    def __str__(self) -> str:
        return f"公示 {self.number}"

    @property
    def awaits_ruling(self) -> bool:
        """Others were asked whether it may be public, and have not answered."""
        return self.waits and bool(self.ruling) and not self.ruling.get("received_on")

    @property
    def ruled_out(self) -> bool:
        """Those who were asked said that it may not be public: the head withholds it."""
        return self.waits and self.ruling.get("may_be_public") is False

    @property
    def number(self) -> str:
        """The number of what was decided."""
        return str(self.decision.number if self.decision is not None else self.paper.number if self.paper else "")

    @property
    def subject(self) -> Subject:
        """How the ledger names this publication; it lies in the case's file."""
        return Subject("publication", self.public_id, self.body.public_id, file=self.case.public_id)

    @property
    def stands(self) -> bool:
        """Whether the public can read it now."""
        return self.status in STANDING

    @property
    def is_exempt(self) -> bool:
        """Whether it stands in the register of what is not public; a decision that fell before it was public does not."""
        fell = self.withholding_ground == WithholdingGround.NO_LONGER_STANDS
        return self.status == PublicationStatus.WITHHELD and not fell

    @property
    def waits(self) -> bool:
        """Whether it has still to be published."""
        return self.status in WAITING

    @cached_property
    def old_attachments(self) -> frozenset[str]:
        """Names of attachments the public still gets as they were, though they were dropped or blackened anew since: only
        another version, or a withdrawal, takes them away.
        """
        if not self.stands:
            return frozenset()
        prefetch_related_objects([self], "foreign_papers__made")
        if not self.foreign_papers.all():
            return frozenset()
        prefetch_related_objects([self], "versions")
        released = [one for one in self.versions.all() if one.released_on is not None]
        shown = max(released, key=lambda one: one.number).copy.get("attachments") or () if released else ()
        going = {(one.label, one.made.sha256) for one in self.foreign_papers.all() if one.goes_out and one.made}
        return frozenset(label for label, digest in shown if (label, digest) not in going)


class PublishedVersion(models.Model):
    """One version of what the public reads: prepared by one person, released by another (not the same). `hands` says who
    collected, passed on, reviewed and released: step, reference, name, day, act.
    """

    public_id = PublicIdField()
    publication = models.ForeignKey(Publication, models.PROTECT, related_name="versions", verbose_name="公示信息")
    number = models.PositiveSmallIntegerField("版次", default=1)
    scope = models.CharField("公开方式", max_length=12, choices=Scope, default=Scope.FULL)
    scope_note = models.CharField("公开范围审查意见", max_length=400)
    secrecy = models.JSONField("保密审查", default=dict)
    private = models.JSONField("判断为应当隐去", default=list)
    harmless = models.JSONField("判断为无须隐去", default=list)
    replacements = models.JSONField("更正的文字", default=list)
    copy = models.JSONField("公开内容", default=dict)
    digest = models.CharField("指纹", max_length=64, blank=True)
    reason = models.CharField("更正理由", max_length=400, blank=True)
    hides_more = models.BooleanField("更正是为了隐去", default=False)
    prepared_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="编制人（公示员）"
    )
    prepared_on = models.DateField("编制日期")
    released_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="复核发布人"
    )
    released_on = models.DateField("发布日期", null=True, blank=True)
    hands = models.JSONField("经手人", default=list)

    personal_data = ("private", "harmless", "replacements", "hands")
    retention = "as the case file"

    class Meta:
        verbose_name = "公示版本"
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=["publication", "number"], name="published_version_once")]

    def __str__(self) -> str:
        return f"{self.publication} 第{self.number}版"
