"""The append-only record of every official act, hash-chained, one chain for each body."""

from django.db import models

from yangguang.base.models.fields import PublicIdField
from yangguang.base.worded_writes import WordedRow


class LedgerHead(WordedRow):
    """The one row a writer locks: where a chain stands. Locking it keeps two acts from chaining to the same entry."""

    chain = models.CharField("账链", max_length=40, unique=True)
    sequence = models.BigIntegerField("序号", default=0)
    digest = models.CharField("指纹", max_length=64, default="")

    personal_data = ()
    retention = "permanent"

    class Meta:
        verbose_name = "账链末端"

    def __str__(self) -> str:
        return f"{self.chain} #{self.sequence}"


class LedgerEntry(WordedRow):
    """One act: what, about what, by whom, when, under which clauses, chained to the entry before it."""

    public_id = PublicIdField()
    chain = models.CharField("账链", max_length=40)
    sequence = models.BigIntegerField("序号")
    event = models.CharField("事件", max_length=80)
    label = models.CharField("事由", max_length=80)
    summary = models.CharField("摘要", max_length=400, blank=True)
    subject_kind = models.CharField("对象种类", max_length=40)
    subject_ref = models.CharField("对象", max_length=40)
    file_ref = models.CharField("案卷", max_length=40, blank=True, db_index=True)
    actor_ref = models.CharField("行为人", max_length=60)
    actor_name = models.CharField("行为人姓名", max_length=80)
    occurred_at = models.DateTimeField("发生时间")
    recorded_at = models.DateTimeField("录入时间")
    late_reason = models.CharField("补录原因", max_length=400, blank=True)
    clauses = models.JSONField("依据", default=list)
    facts = models.JSONField("内容", default=dict)
    weighty = models.BooleanField("要事", default=True)
    previous = models.CharField("前一条指纹", max_length=64)
    digest = models.CharField("指纹", max_length=64, unique=True)

    personal_data = ("actor_name", "facts", "summary")
    retention = "permanent"

    class Meta:
        verbose_name = "账目"
        constraints = [
            models.UniqueConstraint(fields=["chain", "sequence"], name="ledger_sequence_once"),
            models.UniqueConstraint(fields=["chain", "previous"], name="ledger_never_forks"),
        ]
        indexes = [
            models.Index(fields=["subject_kind", "subject_ref", "sequence"], name="ledger_by_subject"),
            models.Index(fields=["chain", "-sequence"], name="ledger_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.chain} #{self.sequence} {self.label}"
