"""Orders that stayed unheeded after a penalty: what follows on them, so that the case can end."""

from django.db import models

from yangguang.base.models.fields import PublicIdField
from yangguang.cases.rules.unheeded import FOLLOWS


class UnheededInstruction(models.Model):
    """One instruction that was punished, not heeded, and what the agency does about it."""

    public_id = PublicIdField()
    instruction = models.OneToOneField(
        "cases.Instruction", models.PROTECT, related_name="unheeded", verbose_name="限期改正指令"
    )
    decision = models.ForeignKey("cases.Decision", models.PROTECT, related_name="+", verbose_name="处罚决定")
    follows = models.CharField("后续处理", max_length=20, choices=[(f.value, label) for f, label in FOLLOWS.items()])
    words = models.TextField("后续处理的情况")
    watch_until = models.DateField("复查日期", null=True, blank=True)
    document = models.ForeignKey("records.Document", models.PROTECT, related_name="+", verbose_name="后续处理记录")
    recorded_on = models.DateField("记录日期")

    personal_data = ("words",)
    retention = "as the case file"

    class Meta:
        verbose_name = "期满未改正的后续处理"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.instruction} {self.get_follows_display()}"
