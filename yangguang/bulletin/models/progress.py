"""How far complaints are (D11), for whoever holds the number and the telephone: neither of them is kept here."""

from django.db import models


class PublicProgress(models.Model):
    """Where one complaint stands, in public words. `mark` is made of number and telephone tail and leads back to neither."""

    mark = models.CharField("查询标记", max_length=64, unique=True)
    complaint_mark = models.CharField("投诉标记", max_length=64, db_index=True)
    stage = models.CharField("办理阶段", max_length=60)
    next_step = models.CharField("下一步", max_length=80, blank=True)
    next_on = models.DateField("下一步最晚日期", null=True, blank=True)
    contact = models.CharField("咨询窗口", max_length=300)
    updated_on = models.DateField("更新日期")
    until = models.DateField("可查询至", null=True, blank=True)

    personal_data = ("mark", "complaint_mark")
    retention = "until some months after the answer"

    class Meta:
        verbose_name = "投诉办理进度公示副本"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.stage


class ProgressAsk(models.Model):
    """Somebody asked how far a complaint is: counted by address and by number, both as marks, so that nobody can try them all."""

    sender_mark = models.CharField("来处标记", max_length=32, db_index=True)
    number_mark = models.CharField("编号标记", max_length=64, db_index=True)
    asked_at = models.DateTimeField("查询时间", db_index=True)

    personal_data = ("sender_mark", "number_mark")
    retention = "as long as it counts: a day"

    class Meta:
        verbose_name = "进度查询记录"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.asked_at:%Y-%m-%d %H:%M}"
