"""Parties that go on under another name or in another body while their case runs."""

from django.db import models

from yangguang.base.models.fields import PublicIdField
from yangguang.cases.rules.succession import SUCCESSIONS


class PartySuccession(models.Model):
    """One party, who it was and who it is from a day on. Earlier papers keep the earlier name."""

    public_id = PublicIdField()
    party = models.ForeignKey("cases.Party", models.PROTECT, related_name="successions", verbose_name="当事人")
    kind = models.CharField("变更情形", max_length=12, choices=[(k.value, label) for k, label in SUCCESSIONS.items()])
    before = models.JSONField("变更前", default=dict)
    after = models.JSONField("变更后", default=dict)
    proof = models.CharField("依据的文书", max_length=400)
    effective_on = models.DateField("变更生效日期")
    document = models.ForeignKey("records.Document", models.PROTECT, related_name="+", verbose_name="当事人变更登记表")
    recorded_on = models.DateField("登记日期")

    personal_data = ("before", "after")
    retention = "as the case file"

    class Meta:
        verbose_name = "当事人变更"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.before.get('name', '')} → {self.after.get('name', '')}"
