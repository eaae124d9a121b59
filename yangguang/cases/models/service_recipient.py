"""Whom papers of a case are served on beside its parties: persons listed with a unit, and others a proceeding tells."""

from typing import Any

from django.db import models
from django.db.models import Q

from yangguang.base.models.fields import PublicIdField
from yangguang.cases.models.case import Party, PartyKind

ONE_OF_TWO = Q(party__isnull=False, service_recipient__isnull=True) | Q(
    party__isnull=True, service_recipient__isnull=False
)


class ServiceRecipient(models.Model):
    """One recipient of service who is no party. `about_ref` names the row that made it one: whoever is listed."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="service_recipients", verbose_name="案件")
    kind = models.CharField("种类", max_length=20, choices=PartyKind, default=PartyKind.PERSON)
    name = models.CharField("名称或者姓名", max_length=120)
    quality = models.CharField("身份", max_length=40)
    about_ref = models.CharField("所涉记录", max_length=40)
    address = models.CharField("住址", max_length=200, blank=True)

    personal_data = ("name", "address")
    retention = "as the case file"

    class Meta:
        verbose_name = "受送达人"
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("case", "about_ref"), name="one_recipient_a_row"),)

    def __str__(self) -> str:
        return f"{self.name}（{self.quality}）"


class AddressedPaper(models.Model):
    """One paper of a proceeding beside a case, and one of those it is to be served on."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="addressed_papers", verbose_name="案件")
    line = models.CharField("程序", max_length=30)
    line_ref = models.CharField("程序编号", max_length=40)
    document = models.ForeignKey("records.Document", models.PROTECT, related_name="+", verbose_name="文书")
    party = models.ForeignKey(
        "cases.Party", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="当事人"
    )
    service_recipient = models.ForeignKey(
        ServiceRecipient, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="其他受送达人"
    )
    served_on = models.DateField("送达日期", null=True, blank=True)

    personal_data = ()
    retention = "as the case file"

    class Meta:
        verbose_name = "应送达文书"
        ordering = ("pk",)
        constraints = (models.CheckConstraint(condition=ONE_OF_TWO, name="paper_for_one"),)

    def __str__(self) -> str:
        return f"{self.document_id} {self.whom}"

    @property
    def whom(self) -> "Party | ServiceRecipient":
        """The party, or the recipient beside the parties."""
        return whom(self)


def whom(row: Any) -> Party | ServiceRecipient:
    """Whom a row of service is about: its constraint says that it is one of the two."""
    found: Party | ServiceRecipient = row.party if row.party_id else row.service_recipient
    return found
