"""Certificate cards that were made (D12): which certificates, by whom, when. The cards themselves are drawn from the register."""

from django.db import models

from yangguang.base.models.fields import PublicIdField
from yangguang.directory.models.body import Body
from yangguang.directory.models.officer import Certificate


class CardBatch(models.Model):
    """Cards of a body's certificates made in one go."""

    public_id = PublicIdField()
    body = models.ForeignKey(Body, models.PROTECT, related_name="card_batches", verbose_name="单位")
    certificates = models.ManyToManyField(Certificate, related_name="card_batches", verbose_name="证件")
    made_on = models.DateField("制作日期")
    made_by_name = models.CharField("制作人", max_length=80)

    personal_data = ("made_by_name",)
    retention = "permanent"

    class Meta:
        verbose_name = "证件卡制作"
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.body} {self.made_on}"
