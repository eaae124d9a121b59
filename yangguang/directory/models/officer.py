"""Officers with their certificates and annual checks (D07, D10), and the qualification of legal reviewers (L02)."""

from datetime import date

from django.conf import settings
from django.db import models

from yangguang.base.models.fields import PublicIdField
from yangguang.directory.models.body import Body, Unit
from yangguang.directory.rules.qualification import CertificateFacts


class Officer(models.Model):
    """One person with the right to enforce, as the public list shows them."""

    public_id = PublicIdField()
    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="officer", verbose_name="账号"
    )
    name = models.CharField("姓名", max_length=60)
    body = models.ForeignKey(Body, models.PROTECT, related_name="officers", verbose_name="单位")
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="officers", verbose_name="内设机构"
    )
    post = models.CharField("职务", max_length=60)
    enrolled_on = models.DateField("登记日期")
    left_on = models.DateField("离岗日期", null=True, blank=True)
    certificates_read: "list[Certificate] | None" = (
        None  # the longest valid first; None until read with those of others
    )

    personal_data = ("name",)
    retention = "permanent"

    class Meta:
        verbose_name = "执法人员"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name


class CertificateKind(models.TextChoices):
    """Which certificate it is; one officer may hold several."""

    ENFORCEMENT = "enforcement", "行政执法证"
    LABOUR_INSPECTION = "labour_inspection", "劳动保障监察证"


class QualifiedBy(models.TextChoices):
    """What the right to enforce was granted on (D10): the examination, or a qualification that shortens or replaces it."""

    EXAMINATION = "examination", "执法资格考试合格"
    LEGAL_PROFESSION = "legal_profession", "有法律职业资格，简化考试或者免考"


class CertificateState(models.TextChoices):
    """Whether a certificate may be used at all; its dates are asked besides."""

    ACTIVE = "active", "有效"
    SUSPENDED = "suspended", "暂停使用"
    DEREGISTERED = "deregistered", "注销"


class Certificate(models.Model):
    """One enforcement certificate: number, fields of law, areas and validity. The last day of validity still counts (PF-6)."""

    public_id = PublicIdField()
    officer = models.ForeignKey(Officer, models.PROTECT, related_name="certificates", verbose_name="执法人员")
    kind = models.CharField("证件种类", max_length=20, choices=CertificateKind)
    number = models.CharField("证件编号", max_length=40, unique=True)
    fields = models.JSONField("执法类别", default=list)
    areas = models.JSONField("执法区域", default=list)
    valid_from = models.DateField("有效期起")
    valid_until = models.DateField("有效期止")
    issued_by = models.CharField("发证机关", max_length=80)
    qualified_by = models.CharField("授予资格的依据", max_length=20, choices=QualifiedBy, blank=True)
    qualification_number = models.CharField("合格证明或者资格证编号", max_length=80, blank=True)
    state = models.CharField("状态", max_length=12, choices=CertificateState, default=CertificateState.ACTIVE)
    state_since = models.DateField("状态自", null=True, blank=True)
    state_reason = models.CharField("原因", max_length=200, blank=True)
    suspensions = models.JSONField("暂停使用的起止", default=list)

    personal_data = ("number", "qualification_number")
    retention = "permanent"

    class Meta:
        verbose_name = "行政执法证件"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.number

    @property
    def facts(self) -> CertificateFacts:
        """The certificate as the rules read it; an officer who has left carries nothing."""
        ends = [self.officer.left_on] if self.officer.left_on else []
        if self.state == CertificateState.DEREGISTERED and self.state_since:
            ends.append(self.state_since)
        spans = [(date.fromisoformat(a), date.fromisoformat(b) if b else None) for a, b in self.suspensions]
        return CertificateFacts(
            officer_name=self.officer.name,
            number=self.number,
            fields=tuple(self.fields),
            areas=tuple(self.areas),
            valid_from=self.valid_from,
            valid_until=self.valid_until,
            unusable_since=min(ends) if ends else None,
            suspensions=tuple(spans),
        )


class AnnualCheck(models.Model):
    """One year's check of a certificate (证件年度审核)."""

    certificate = models.ForeignKey(Certificate, models.PROTECT, related_name="checks", verbose_name="证件")
    year = models.PositiveSmallIntegerField("年度")
    passed = models.BooleanField("合格")
    checked_on = models.DateField("审核日期")
    note = models.CharField("说明", max_length=200, blank=True)

    personal_data = ()
    retention = "permanent"

    class Meta:
        verbose_name = "证件年度审核"
        ordering = ("-year",)
        constraints = [models.UniqueConstraint(fields=["certificate", "year"], name="annual_check_once")]

    def __str__(self) -> str:
        return f"{self.certificate} {self.year}"


class ReviewerQualification(models.Model):
    """What entitles a person to review: the legal profession qualification, or having reviewed before 2021-07-15 (APL-2021:58.2)."""

    account = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="reviewer_qualification", verbose_name="账号"
    )
    qualification_number = models.CharField("法律职业资格证编号", max_length=60, blank=True)
    first_reviewed_on = models.DateField("首次从事审核日期", null=True, blank=True)
    evidence = models.CharField("证明材料", max_length=200, blank=True)

    personal_data = ("qualification_number",)
    retention = "permanent"

    class Meta:
        verbose_name = "法制审核资格"

    def __str__(self) -> str:
        return str(self.account)
