"""Clocks of a case: facts only. The due day is worked out from them each time, never counted down."""

from django.db import models
from django.db.models import Q

from yangguang.base.models.fields import PublicIdField


class Clock(models.Model):
    """One running or stopped term: its kind, what started it, suspensions, extensions, and what stopped it.

    `due_on` is kept for lists and sorting; it is recomputed from the facts whenever they or the calendar change.
    While a suspension has no end the clock stands `still` and keeps the due day of the day it was suspended.
    `amount` and `unit` are set only where the law leaves the length to a paper (an instruction) or a local value;
    `started_at` only where the law counts in hours.
    """

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, null=True, related_name="clocks", verbose_name="案件")
    lead_ref = models.CharField("线索", max_length=40, blank=True)
    kind = models.CharField("种类", max_length=40)
    clause = models.CharField("依据", max_length=60)
    about_ref = models.CharField("程序对象", max_length=40, blank=True)
    start_event = models.CharField("起算事件", max_length=80)
    started_on = models.DateField("起算日")
    started_at = models.DateTimeField("起算时刻", null=True, blank=True)
    amount = models.PositiveIntegerField("天数", null=True, blank=True)
    unit = models.CharField("单位", max_length=20, blank=True)
    fixed_due_on = models.DateField("文书载明的期限", null=True, blank=True)
    suspensions = models.JSONField("中止", default=list)
    extensions = models.JSONField("延长", default=list)
    still = models.BooleanField("中止中", default=False)
    due_on = models.DateField("到期日")
    provisional = models.BooleanField("暂定", default=False)
    stopped_on = models.DateField("停止日", null=True, blank=True)
    stop_event = models.CharField("停止事件", max_length=80, blank=True)
    overdue_reason = models.CharField("逾期原因", max_length=400, blank=True)

    personal_data = ()
    retention = "as the case file"

    class Meta:
        verbose_name = "期限"
        ordering = ("due_on", "pk")
        indexes = [
            models.Index(fields=["stopped_on", "due_on", "kind", "still", "case"], name="clock_running"),
            models.Index(fields=["due_on", "-case"], condition=Q(stopped_on=None), name="clock_next"),
            models.Index(fields=["case", "stopped_on", "due_on", "kind", "still"], name="clock_of_case"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.due_on}"
