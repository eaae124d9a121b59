"""Scheduled work: when it last ran and how it ended."""

from django.db import models


class JobRun(models.Model):
    """One scheduled job's last run."""

    name = models.CharField("作业", max_length=80, unique=True)
    last_started_at = models.DateTimeField("上次开始", null=True, blank=True)
    last_done_at = models.DateTimeField("上次完成", null=True, blank=True)
    next_run_at = models.DateTimeField("下次运行")
    leased_until = models.DateTimeField("占用至", null=True, blank=True)
    last_error = models.TextField("上次错误", blank=True)

    personal_data = ()
    retention = "permanent"

    class Meta:
        verbose_name = "后台作业"

    def __str__(self) -> str:
        return self.name
