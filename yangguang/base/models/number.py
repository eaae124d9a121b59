"""Numbers of documents and cases (文号, 案号): taken in the act's own transaction, without gaps, never used again."""

from django.db import models


class NumberSeries(models.Model):
    """The next number of one kind for one body and year: the row a taker locks."""

    chain = models.CharField("机关", max_length=40)
    kind = models.CharField("种类", max_length=40)
    year = models.PositiveSmallIntegerField("年份")
    pattern = models.CharField("式样", max_length=80)
    first = models.PositiveIntegerField("起始号", default=1)
    upcoming = models.PositiveIntegerField("下一号", default=1)

    personal_data = ()
    retention = "permanent"

    class Meta:
        verbose_name = "编号序列"
        constraints = [models.UniqueConstraint(fields=["chain", "kind", "year"], name="number_series_once")]

    def __str__(self) -> str:
        return f"{self.pattern} {self.year}"


class IssuedNumber(models.Model):
    """One number given out; when its document is voided the number stays, with the reason."""

    series = models.ForeignKey(NumberSeries, models.PROTECT, related_name="issued", verbose_name="序列")
    number = models.PositiveIntegerField("号")
    text = models.CharField("文号", max_length=120)
    subject_kind = models.CharField("对象种类", max_length=40)
    subject_ref = models.CharField("对象", max_length=40)
    taken_at = models.DateTimeField("取号时间")
    voided_at = models.DateTimeField("作废时间", null=True, blank=True)
    void_reason = models.CharField("作废原因", max_length=400, blank=True)

    personal_data = ()
    retention = "permanent"

    class Meta:
        verbose_name = "文号"
        constraints = [models.UniqueConstraint(fields=["series", "number"], name="number_once")]

    def __str__(self) -> str:
        return self.text
