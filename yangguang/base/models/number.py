"""Numbers of documents and cases (文号, 案号): taken in the act's own transaction, without gaps, never used again."""

from django.db import models
from django.db.models import F, Q

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField
from yangguang.base.worded_writes import WordedRow


class NumberSeries(WordedRow):
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


class IssuedNumber(WordedRow):
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


class NumberRange(models.Model):
    """A run of numbers allocated in advance (号段): to whom, and since when. Numbers are used from it in order."""

    public_id = PublicIdField()
    series = models.ForeignKey(NumberSeries, models.PROTECT, related_name="ranges", verbose_name="序列")
    first = models.PositiveIntegerField("起号")
    last = models.PositiveIntegerField("止号")
    holder_kind = models.CharField("领用人类别", max_length=20)
    holder_ref = models.CharField("领用人", max_length=40, db_index=True)
    holder_name = models.CharField("领用人名称", max_length=120)
    allocated_on = models.DateField("领用日期")
    allocated_by_name = models.CharField("发放人", max_length=80)
    ended_on = models.DateField("交回日期", null=True, blank=True)
    end_reason = models.CharField("交回原因", max_length=400, blank=True)

    personal_data = ("holder_name", "allocated_by_name")
    retention = "permanent"

    class Meta:
        verbose_name = "号段"
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(fields=["series", "first"], name="number_range_once"),
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="number_range_holds_numbers"),
        ]

    def __str__(self) -> str:
        return f"{self.text_of(self.first)}至{self.last}号"

    @property
    def subject(self) -> Subject:
        """How the ledger names this range."""
        return Subject("number_range", self.public_id, self.series.chain)

    def text_of(self, number: int) -> str:
        """One number of the range as it is printed."""
        return self.series.pattern.format(year=self.series.year, n=number)
