"""Published copies of what stands: bodies (D06), officers (D07) and adopted lists (D02, D04, L05); what was taken back keeps
its number, reason and dates (D16).
"""

from django.db import models

from yangguang.bulletin.rules.entries import since_words
from yangguang.kernel import clock


class PublicBody(models.Model):
    """One enforcement body as the public list shows it."""

    ref = models.CharField("公开编号", max_length=26, unique=True)
    name = models.CharField("名称", max_length=120)
    position = models.PositiveIntegerField("次序", default=0)
    columns = models.JSONField("内容", default=list)
    entrustments = models.JSONField("委托", default=list)
    updated_on = models.DateField("更新日期")

    personal_data = ("columns",)
    retention = "while the body stands"

    class Meta:
        verbose_name = "执法主体公示副本"
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.name


class PublicOfficer(models.Model):
    """One officer as the public list shows them, nothing more. Who has left is taken out (D07)."""

    ref = models.CharField("公开编号", max_length=26, unique=True)
    name = models.CharField("姓名", max_length=60, db_index=True)
    body_ref = models.CharField("机关", max_length=26, db_index=True)
    body_name = models.CharField("单位", max_length=120)
    post = models.CharField("职务", max_length=60)
    certificates = models.JSONField("证件", default=list)
    certificate_numbers = models.TextField("检索用证件编号")
    left_on = models.DateField("离岗日期", null=True, blank=True)
    updated_on = models.DateField("更新日期")
    withdrawn_on = models.DateField("撤回日期", null=True, blank=True)
    withdrawal_reason = models.CharField("撤回理由", max_length=400, blank=True)
    withdrawal_basis = models.TextField("撤回依据", blank=True)

    personal_data = ("name", "certificate_numbers")
    retention = "while in post"

    class Meta:
        verbose_name = "执法人员公示副本"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name


class PublicPhoto(models.Model):
    """The photo beside an officer's public entry (D11), as it is on the card; it goes with the entry."""

    officer = models.OneToOneField(PublicOfficer, models.CASCADE, related_name="photo", verbose_name="执法人员")
    content = models.BinaryField("照片")
    sha256 = models.CharField("指纹", max_length=64)

    personal_data = ("content",)
    retention = "while the officer's entry is public and the body shows photos"

    class Meta:
        verbose_name = "执法人员照片公示副本"

    def __str__(self) -> str:
        return f"{self.officer}的照片"


class ListStatus(models.TextChoices):
    """What the public sees of an edition."""

    PUBLIC = "public", "公开中"
    CORRECTED = "corrected", "已更正"
    WITHDRAWN = "withdrawn", "已撤回"


class PublicList(models.Model):
    """One adopted edition of a list, with its rows as they were released."""

    ref = models.CharField("公开编号", max_length=26, unique=True)
    list_kind = models.CharField("清单种类", max_length=40, db_index=True)
    list_label = models.CharField("清单名称", max_length=80)
    body_ref = models.CharField("机关", max_length=26, db_index=True)
    body_name = models.CharField("发布机关", max_length=120)
    title = models.CharField("版本名称", max_length=200)
    columns = models.JSONField("栏目", default=list)
    rows = models.JSONField("条目", default=list)
    in_force_from = models.DateField("施行日期")
    superseded_from = models.DateField("被替代日期", null=True, blank=True)
    published_on = models.DateField("公开日期")
    filing = models.CharField("备案", max_length=240, blank=True)
    status = models.CharField("状态", max_length=12, choices=ListStatus, default=ListStatus.PUBLIC)
    version = models.PositiveIntegerField("公开版次", default=1)
    digest = models.CharField("指纹", max_length=64, blank=True)
    history = models.JSONField("变动", default=list)
    withdrawn_on = models.DateField("撤回日期", null=True, blank=True)
    withdrawal_reason = models.CharField("撤回理由", max_length=400, blank=True)
    withdrawal_basis = models.TextField("撤回依据", blank=True)
    changed_at = models.DateTimeField("最近变动时间", default=clock.now)
    files = models.JSONField("文件指纹", default=dict)

    personal_data = ("rows",)
    retention = "permanent"

    class Meta:
        verbose_name = "清单公示副本"
        ordering = ("list_kind", "-in_force_from")

    def __str__(self) -> str:
        return self.title

    @property
    def stands(self) -> bool:
        """Whether the content may be shown and found."""
        return self.status != ListStatus.WITHDRAWN

    @property
    def since(self) -> str:
        """What begins on the day it bears: an edition is in force, an entry is listed or published."""
        return since_words(self.list_kind)
