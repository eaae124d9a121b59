"""Bodies that enforce (执法主体), their inner units, and entrustments between bodies (D06)."""

from datetime import date, timedelta

from django.db import models

from yangguang.base.models.fields import PublicIdField
from yangguang.directory.rules.entrustments import EntrustmentFacts


class BodyCategory(models.TextChoices):
    """By what right a body enforces."""

    STATUTORY = "statutory", "法定行政机关"
    AUTHORISED = "authorised", "法律法规授权的组织"
    ENTRUSTED = "entrusted", "受委托组织"


class Body(models.Model):
    """One enforcement body, placed in the tree of the government it belongs to."""

    public_id = PublicIdField()
    name = models.CharField("名称", max_length=120, unique=True)
    mark = models.CharField("文号机关代字", max_length=20, help_text="如 示人社")
    credit_code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="上级"
    )
    supervises = models.BooleanField("行政执法监督机构", default=False)
    category = models.CharField("主体类别", max_length=12, choices=BodyCategory)
    nature = models.CharField("机构性质", max_length=60)
    funding = models.CharField("经费来源", max_length=60)
    staffing = models.CharField("队伍编制状况", max_length=120)
    duties = models.TextField("执法职责和权限")
    legal_representative = models.CharField("法定代表人", max_length=60)
    address = models.CharField("单位地址", max_length=200)
    complaint_phone = models.CharField("投诉举报电话", max_length=40)
    office_hours = models.CharField("办公时间", max_length=120, blank=True)
    region_code = models.CharField("行政区划代码", max_length=12)
    region_name = models.CharField("执法区域", max_length=60)
    fields = models.JSONField("执法类别", default=list)
    registered_on = models.DateField("登记日期")

    personal_data = ("legal_representative",)
    retention = "permanent"

    class Meta:
        verbose_name = "行政执法主体"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    """An inner unit (内设机构、科室) of a body."""

    public_id = PublicIdField()
    body = models.ForeignKey(Body, models.PROTECT, related_name="units", verbose_name="机关")
    name = models.CharField("名称", max_length=80)
    reviews = models.BooleanField("法制机构", default=False)

    personal_data = ()
    retention = "permanent"

    class Meta:
        verbose_name = "内设机构"
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["body", "name"], name="unit_name_once")]

    def __str__(self) -> str:
        return self.name


class EntrustmentQuerySet(models.QuerySet["Entrustment"]):
    """Agreements by the day one asks about."""

    def not_over_on(self, day: date) -> "EntrustmentQuerySet":
        """Those that run on the day or will begin later: neither past their term nor ended by then."""
        return self.filter(ends_on__gte=day).filter(models.Q(ended_on=None) | models.Q(ended_on__gt=day))

    def in_force_on(self, day: date) -> "EntrustmentQuerySet":
        """Those a body acts by on the day: begun, not over, and not returned by the bureau that files them."""
        returned = models.Q(filed_on=None) & ~models.Q(returned_on=None)
        return self.not_over_on(day).filter(starts_on__lte=day).exclude(returned)


class Entrustment(models.Model):
    """One agreement by which a body entrusts its enforcement to another (APL-2021:20): matters, term, filing, publication."""

    public_id = PublicIdField()
    entrusting = models.ForeignKey(Body, models.PROTECT, related_name="entrusts", verbose_name="委托机关")
    entrusted = models.ForeignKey(Body, models.PROTECT, related_name="entrusted_by", verbose_name="受委托组织")
    agreement_number = models.CharField("委托书编号", max_length=80)
    matters = models.JSONField("委托事项", default=list)
    powers = models.TextField("委托权限", blank=True)
    signed_on = models.DateField("签订日期", null=True, blank=True)
    starts_on = models.DateField("委托期限起")
    ends_on = models.DateField("委托期限止")
    filed_on = models.DateField("备案日期", null=True, blank=True)
    filing_number = models.CharField("备案编号", max_length=80, blank=True)
    returned_on = models.DateField("备案退回日期", null=True, blank=True)
    return_reason = models.CharField("备案退回理由", max_length=500, blank=True)
    published_on = models.DateField("委托机关公布日期", null=True, blank=True)
    published_where = models.CharField("委托机关公布的网址或者位置", max_length=300, blank=True)
    entrusted_published_on = models.DateField("受委托组织公布日期", null=True, blank=True)
    entrusted_published_where = models.CharField("受委托组织公布的网址或者位置", max_length=300, blank=True)
    ended_on = models.DateField("提前终止日期", null=True, blank=True)
    end_reason = models.CharField("终止原因", max_length=200, blank=True)

    objects = EntrustmentQuerySet.as_manager()

    personal_data = ()
    retention = "permanent"

    class Meta:
        verbose_name = "委托执法"
        ordering = ("-starts_on",)

    def __str__(self) -> str:
        return f"{self.entrusting} → {self.entrusted}"

    @property
    def last_day(self) -> date:
        """The last day the agreement carries: the end of its term, or the day before it was ended."""
        return self.ends_on if self.ended_on is None else min(self.ends_on, self.ended_on - timedelta(days=1))

    @property
    def awaits_filing(self) -> bool:
        """Whether the judicial bureau has neither filed nor returned it yet, and it was not ended."""
        return self.filed_on is None and self.returned_on is None and self.ended_on is None

    @property
    def facts(self) -> EntrustmentFacts:
        """The agreement as the rules read it."""
        return EntrustmentFacts(
            agreement_number=self.agreement_number,
            matters=tuple(self.matters),
            starts_on=self.starts_on,
            last_day=self.last_day,
            published_on=self.published_on,
            entrusted_published_on=self.entrusted_published_on,
            returned=self.returned_on is not None and self.filed_on is None,
        )
