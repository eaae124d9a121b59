"""What still has to happen after an act is committed: one row for each listener of an event, never dropped."""

from django.db import models

from yangguang.base.worded_writes import WordedRow


class Delivery(WordedRow):
    """One event on its way to one listener: leased while it runs, tried again with growing pauses until it is done."""

    entry = models.ForeignKey("base.LedgerEntry", models.PROTECT, related_name="deliveries", verbose_name="账目")
    listener = models.CharField("接收方", max_length=80)
    done_at = models.DateTimeField("完成时间", null=True, blank=True)
    attempts = models.PositiveIntegerField("次数", default=0)
    next_try_at = models.DateTimeField("下次时间")
    leased_until = models.DateTimeField("占用至", null=True, blank=True)
    last_error = models.TextField("上次错误", blank=True)

    personal_data = ()
    retention = "1 year after done"

    class Meta:
        verbose_name = "投递"
        constraints = [models.UniqueConstraint(fields=["entry", "listener"], name="delivery_once_each")]
        indexes = [models.Index(fields=["done_at", "next_try_at"], name="delivery_due")]

    def __str__(self) -> str:
        return f"{self.listener} ← {self.entry_id}"
