"""Window boards (D11): what a body's hall shows of its windows, and who sits there on which days."""

from __future__ import annotations

from django.db import models

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField


class WindowBoard(models.Model):
    """What a body says of its hall: where, when, whom to ask, what can be done there, notices."""

    public_id = PublicIdField()
    body = models.OneToOneField("directory.Body", models.PROTECT, related_name="window_board", verbose_name="机关")
    place = models.CharField("窗口地点", max_length=120)
    hours = models.CharField("办公时间", max_length=120)
    phone = models.CharField("咨询电话", max_length=60)
    services = models.JSONField("服务事项", default=list)
    notices = models.JSONField("通知", default=list)
    worded_on = models.DateField("更新日期")

    personal_data = ()
    retention = "while the body stands"

    class Meta:
        verbose_name = "窗口公示牌"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.body}　窗口"

    @property
    def subject(self) -> Subject:
        """How the ledger names it."""
        return Subject("window_board", self.public_id, self.body.public_id)


class BoardWindow(models.Model):
    """One window: who sits there from which day to which, as what, and for which matters. Both days count."""

    public_id = PublicIdField()
    board = models.ForeignKey(WindowBoard, models.PROTECT, related_name="windows", verbose_name="窗口公示牌")
    label = models.CharField("窗口", max_length=20)
    officer = models.ForeignKey(
        "directory.Officer", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="执法人员"
    )
    name = models.CharField("姓名", max_length=60)
    post = models.CharField("职务", max_length=60)
    staff_number = models.CharField("工号", max_length=40, blank=True)
    duties = models.CharField("岗位职责", max_length=200)
    kinds = models.CharField("执法种类", max_length=120, blank=True)
    from_day = models.DateField("在岗自")
    until_day = models.DateField("在岗至")
    closed_on = models.DateField("停用日期", null=True, blank=True)

    personal_data = ("name", "staff_number")
    retention = "while the body stands"

    class Meta:
        verbose_name = "窗口"
        ordering = ("label", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["board", "label"], condition=models.Q(closed_on=None), name="window_once_a_board"
            )
        ]

    def __str__(self) -> str:
        return f"{self.label}　{self.name}"
