"""Published copies of decisions. What is withdrawn or expired keeps its number, reason and dates, and nothing else."""

from django.db import models

from yangguang.kernel import clock


class NoticeStatus(models.TextChoices):
    """What the public sees of a notice."""

    PUBLIC = "public", "公开中"
    CORRECTED = "corrected", "已更正"
    WITHDRAWN = "withdrawn", "已撤回"
    EXPIRED = "expired", "期满下架"
    REPAIRED = "repaired", "信用修复"


class Notice(models.Model):
    """One published decision, already redacted. `ref` is random and unlike any address inside the agency."""

    ref = models.CharField("公开编号", max_length=26, unique=True)
    kind = models.CharField("执法类别", max_length=30)
    kind_label = models.CharField("执法类别名称", max_length=40)
    status = models.CharField("状态", max_length=12, choices=NoticeStatus, default=NoticeStatus.PUBLIC)
    number = models.CharField("文号", max_length=120)
    register_number = models.CharField("公示登记号", max_length=16, blank=True)
    number_key = models.CharField("检索用文号", max_length=120, db_index=True)
    title = models.TextField("案由", blank=True)
    body_ref = models.CharField("机关", max_length=26, db_index=True)
    body_name = models.CharField("执法机关", max_length=120)
    party_name = models.TextField("执法对象", blank=True)
    party_kind = models.CharField("对象类别", max_length=40, blank=True)
    conclusion = models.TextField("执法结论", blank=True)
    basis = models.TextField("依据", blank=True)
    decided_on = models.DateField("决定日期")
    published_on = models.DateField("公开日期")
    published_in = models.CharField("公开时限", max_length=60, blank=True)
    until = models.DateField("公开至", null=True, blank=True)
    fulfilment = models.CharField("履行情况", max_length=200, blank=True)
    summary = models.JSONField("摘要", default=list)
    text = models.JSONField("正文", default=list)
    attachments = models.JSONField("附件", default=list)
    clarifications = models.JSONField("澄清公告", default=list)
    history = models.JSONField("变动", default=list)
    withdrawn_on = models.DateField("撤回日期", null=True, blank=True)
    withdrawal_reason = models.CharField("撤回理由", max_length=400, blank=True)
    withdrawal_basis = models.TextField("撤回依据", blank=True)
    version = models.PositiveIntegerField("版次", default=1)
    digest = models.CharField("指纹", max_length=64)
    received_at = models.DateTimeField("收到时间")
    changed_at = models.DateTimeField("最近变动时间", default=clock.now)
    page_made_with = models.JSONField("网页写入时的站点名称和网址", default=dict)

    personal_data = ("party_name", "text", "summary")
    retention = "until the publication period ends; the number and dates stay"

    class Meta:
        verbose_name = "公示信息副本"
        ordering = ("-published_on", "-pk")
        indexes = [
            models.Index(fields=["status", "-published_on", "-id"], name="notice_newest"),
            models.Index(fields=["kind", "-published_on"], name="notice_by_kind"),
            models.Index(fields=["-changed_at", "-id"], name="notice_last_changed"),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def stands(self) -> bool:
        """Whether the content may be shown and found."""
        return self.status in {NoticeStatus.PUBLIC, NoticeStatus.CORRECTED}
