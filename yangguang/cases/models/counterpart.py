"""Counterparts (行政相对人): who stands opposite the agency, across leads and cases, with what they were called and when."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from yangguang.base.models.fields import PublicIdField


class CounterpartKind(models.TextChoices):
    """What kind of counterpart it is."""

    ORGANISATION = "organisation", "法人或者其他组织"
    BRANCH = "branch", "分支机构"
    UNREGISTERED = "unregistered", "未登记的单位"
    INDIVIDUAL_BUSINESS = "individual_business", "个体工商户"
    PERSON = "person", "公民"


class CodeKind(models.TextChoices):
    """Which document a code stands on. Residence permits (81, 82, 83) are identity numbers of eighteen characters."""

    NONE = "", "没有代码"
    CREDIT_CODE = "credit_code", "统一社会信用代码"
    IDENTITY = "identity", "居民身份证、居住证、永久居留身份证"
    PASSPORT = "passport", "护照"
    TRAVEL_PERMIT = "travel_permit", "港澳台居民来往大陆（内地）通行证"


class FactOf(models.TextChoices):
    """Which of its facts a row of the history tells."""

    NAME = "name", "名称或者姓名"
    ADDRESS = "address", "住所"
    REPRESENTATIVE = "representative", "法定代表人或者负责人"


class Counterpart(models.Model):
    """One counterpart: of one code there is only one. A person's number is sealed and never lies open in this row."""

    public_id = PublicIdField()
    kind = models.CharField("类别", max_length=24, choices=CounterpartKind)
    name = models.CharField("现用名称或者姓名", max_length=120)
    code_kind = models.CharField("代码种类", max_length=16, choices=CodeKind, blank=True)
    code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    sealed_code = models.TextField("证件号码（密封）", blank=True)
    code_digest = models.CharField("代码指纹", max_length=64, blank=True)
    superior = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="branches", verbose_name="上级单位"
    )
    stands_as = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="absorbed", verbose_name="已并入"
    )
    registered_at = models.DateTimeField("登记时间")

    personal_data = ("name", "sealed_code", "code_digest")
    retention = "as the longest kept of its case files"

    class Meta:
        verbose_name = "行政相对人"
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["code_digest"], condition=~Q(code_digest=""), name="one_counterpart_a_code")
        ]
        indexes = [models.Index(fields=["name"], name="counterpart_by_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_person(self) -> bool:
        """A natural person, whose number is nobody's business in a list."""
        return self.kind == CounterpartKind.PERSON


class CounterpartFact(models.Model):
    """What a counterpart was called, where it sat or who stood for it, from a day on, and how that is known."""

    public_id = PublicIdField()
    counterpart = models.ForeignKey(Counterpart, models.PROTECT, related_name="facts", verbose_name="行政相对人")
    what = models.CharField("事项", max_length=16, choices=FactOf)
    text = models.CharField("内容", max_length=200)
    from_on = models.DateField("自何日起")
    source = models.CharField("来源", max_length=160)
    established = models.BooleanField("已经核实", default=False)
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="登记的执法主体")
    case = models.ForeignKey(
        "cases.Case", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="来自案件"
    )
    lead = models.ForeignKey(
        "cases.Lead", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="来自线索"
    )
    recorded_at = models.DateTimeField("登记时间")
    recorded_by_name = models.CharField("登记人", max_length=80)
    struck_on = models.DateField("划去日期", null=True, blank=True)
    struck_reason = models.CharField("划去理由", max_length=400, blank=True)

    personal_data = ("text", "recorded_by_name")
    retention = "as the counterpart"

    class Meta:
        verbose_name = "相对人情况"
        ordering = ("from_on", "pk")
        indexes = [models.Index(fields=["counterpart", "what"], name="fact_of_counterpart")]

    def __str__(self) -> str:
        return f"{self.get_what_display()} {self.text}"


class CounterpartMerger(models.Model):
    """Two rows found to be one counterpart: who said so and why; undone, the row stays and says that too."""

    public_id = PublicIdField()
    absorbed = models.ForeignKey(Counterpart, models.PROTECT, related_name="mergers", verbose_name="并入的相对人")
    into = models.ForeignKey(Counterpart, models.PROTECT, related_name="taken_in", verbose_name="保留的相对人")
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="执法主体")
    reason = models.CharField("合并理由", max_length=400)
    merged_on = models.DateField("合并日期")
    merged_by_name = models.CharField("合并人", max_length=80)
    undone_on = models.DateField("撤销日期", null=True, blank=True)
    undone_reason = models.CharField("撤销理由", max_length=400, blank=True)
    undone_by_name = models.CharField("撤销人", max_length=80, blank=True)

    personal_data = ("merged_by_name", "undone_by_name")
    retention = "as the counterpart"

    class Meta:
        verbose_name = "相对人合并"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.absorbed_id} {self.into_id}"


class Grade(models.TextChoices):
    """The grades of compliance and integrity."""

    A = "A", "A级"
    B = "B", "B级"
    C = "C", "C级"


class ComplianceGrade(models.Model):
    """The grade a body gave an employer for a year, on which ground and source, and the approval it was given on."""

    public_id = PublicIdField()
    counterpart = models.ForeignKey(Counterpart, models.PROTECT, related_name="grades", verbose_name="行政相对人")
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="评价机关")
    year = models.PositiveSmallIntegerField("评价年度")
    grade = models.CharField("等级", max_length=1, choices=Grade)
    ground = models.CharField("评价理由", max_length=400)
    source = models.CharField("评价依据", max_length=200)
    approval = models.ForeignKey("base.Approval", models.PROTECT, null=True, related_name="+", verbose_name="审批")
    assessed_on = models.DateField("评价日期")
    assessed_by_name = models.CharField("批准人", max_length=80)

    personal_data = ("ground", "assessed_by_name")
    retention = "as the counterpart"

    class Meta:
        verbose_name = "守法诚信等级"
        ordering = ("year", "pk")

    def __str__(self) -> str:
        return f"{self.year} {self.grade}"
