"""Acts that were refused: kept with a receipt number, so that a person can ask about one."""

from django.db import models


class RefusedAttempt(models.Model):
    """One refused act: who tried what on what, and why not."""

    day = models.DateField("日期")
    number = models.PositiveIntegerField("序号")
    account_ref = models.CharField("账号", max_length=60)
    account_name = models.CharField("姓名", max_length=80)
    page = models.CharField("页面", max_length=80)
    address = models.CharField("地址", max_length=300)
    reasons = models.JSONField("理由", default=list)
    attempted_at = models.DateTimeField("时间")

    personal_data = ("account_name",)
    retention = "3 years"

    class Meta:
        verbose_name = "未准操作"
        constraints = [models.UniqueConstraint(fields=["day", "number"], name="attempt_number_once")]

    def __str__(self) -> str:
        return self.receipt

    @property
    def receipt(self) -> str:
        """The receipt number shown to the person: 20261120-0042."""
        return f"{self.day:%Y%m%d}-{self.number:04d}"
