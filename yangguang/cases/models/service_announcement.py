"""Service by public announcement: the last resort, agreed to, announced, and full after the days of the law."""

from django.db import models

from yangguang.base.models.fields import PublicIdField
from yangguang.cases.models.case import Party
from yangguang.cases.models.service_recipient import ONE_OF_TWO, ServiceRecipient, whom


class AnnouncementGround(models.TextChoices):
    """Why a paper may be announced (CPL-2023:95.1)."""

    WHEREABOUTS_UNKNOWN = "whereabouts_unknown", "受送达人下落不明"
    OTHER_WAYS_FAILED = "other_ways_failed", "用其他方式无法送达"


class AnnouncementStatus(models.TextChoices):
    """Where an announcement stands."""

    AGREED = "agreed", "已同意，待公告"
    RUNNING = "running", "公告中"
    SERVED = "served", "期满，视为送达"
    ENDED = "ended", "已另行送达或者不再公告"


class ServiceAnnouncement(models.Model):
    """One announcement of one paper for one party (公告送达). Its last day is that of its clock."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="announcements", verbose_name="案件")
    document = models.ForeignKey("records.Document", models.PROTECT, related_name="+", verbose_name="送达的文书")
    party = models.ForeignKey(
        "cases.Party", models.PROTECT, null=True, blank=True, related_name="announcements", verbose_name="受送达人"
    )
    service_recipient = models.ForeignKey(
        ServiceRecipient,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="announcements",
        verbose_name="其他受送达人",
    )
    notice = models.ForeignKey("records.Document", models.PROTECT, related_name="+", verbose_name="公告")
    status = models.CharField("状态", max_length=10, choices=AnnouncementStatus, default=AnnouncementStatus.AGREED)
    ground = models.CharField("公告送达的情形", max_length=24, choices=AnnouncementGround)
    course = models.TextField("原因和经过")
    agreed_on = models.DateField("同意日期")
    agreed_by_name = models.CharField("同意人", max_length=80)
    announced_on = models.DateField("发出公告日期", null=True, blank=True)
    places = models.CharField("公告地点和方式", max_length=400, blank=True)
    photo_refs = models.JSONField("张贴照片", default=list)
    officer_names = models.JSONField("公告人", default=list)
    ended_on = models.DateField("结束日期", null=True, blank=True)

    personal_data = ("course", "agreed_by_name", "officer_names")
    retention = "as the case file"

    class Meta:
        verbose_name = "公告送达"
        ordering = ("pk",)
        constraints = (models.CheckConstraint(condition=ONE_OF_TWO, name="announcement_for_one"),)

    def __str__(self) -> str:
        return f"{self.document_id} {self.pk}"

    @property
    def whom(self) -> Party | ServiceRecipient:
        """For whom: a party, or a recipient beside the parties."""
        return whom(self)
