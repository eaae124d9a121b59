"""Kept counts: every thing of a case that counts, and how many a month. Made from the files and checked against them."""

from __future__ import annotations

from django.db import models


class CountedFact(models.Model):
    """One thing of one case that counts, on a day. Rows follow the case: they are made anew whenever it changes."""

    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="+", verbose_name="案件")
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="机关")
    what = models.CharField("统计事项", max_length=40)
    detail = models.CharField("类别", max_length=200, blank=True)
    on = models.DateField("计入日期")
    amount_fen = models.BigIntegerField("金额（分）", default=0)
    ref = models.CharField("对象", max_length=40, blank=True)

    personal_data = ()
    retention = "as the case file"

    class Meta:
        verbose_name = "统计明细"
        ordering = ("pk",)
        indexes = [models.Index(fields=["body", "what", "on", "detail"], name="counted_by_body")]

    def __str__(self) -> str:
        return f"{self.what} {self.on}"


class MonthlyCount(models.Model):
    """How many things of a kind a body had in a month, and how much money in 分: what a report is computed from."""

    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="机关")
    year = models.PositiveSmallIntegerField("年度")
    month = models.PositiveSmallIntegerField("月份")
    what = models.CharField("统计事项", max_length=40)
    detail = models.CharField("类别", max_length=200, blank=True)
    count = models.BigIntegerField("数量", default=0)
    amount_fen = models.BigIntegerField("金额（分）", default=0)

    personal_data = ()
    retention = "while the body stands"

    class Meta:
        verbose_name = "月度统计"
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["body", "year", "month", "what", "detail"], name="counted_once_a_month")
        ]

    def __str__(self) -> str:
        return f"{self.year}-{self.month} {self.what}"
