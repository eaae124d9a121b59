"""Service addresses as the parties confirm them, and whether they agree to be served electronically."""

from datetime import date

from django.db import models

from yangguang.base.models.fields import PublicIdField
from yangguang.cases.models.case import Party
from yangguang.cases.models.service_recipient import ONE_OF_TWO, ServiceRecipient, whom


class ElectronicWay(models.TextChoices):
    """By which electronic means a party agrees to be served."""

    EMAIL = "email", "电子邮件"
    FAX = "fax", "传真"
    MOBILE = "mobile", "手机短信、即时通讯"
    PLATFORM = "platform", "政务服务平台账户"


class ServiceAddressConfirmation(models.Model):
    """One confirmation by one party (送达地址确认书). A later one takes its place; both stay in the file."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="service_addresses", verbose_name="案件")
    party = models.ForeignKey(
        "cases.Party", models.PROTECT, null=True, blank=True, related_name="service_addresses", verbose_name="当事人"
    )
    service_recipient = models.ForeignKey(
        ServiceRecipient,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="service_addresses",
        verbose_name="其他受送达人",
    )
    document = models.ForeignKey("records.Document", models.PROTECT, related_name="+", verbose_name="确认书")
    address = models.CharField("送达地址", max_length=200, blank=True)
    recipient = models.CharField("收件人或者指定的代收人", max_length=80, blank=True)
    phone = models.CharField("联系电话", max_length=40, blank=True)
    consents = models.BooleanField("同意电子送达", default=False)
    electronic_way = models.CharField("电子送达方式", max_length=12, choices=ElectronicWay, blank=True)
    electronic_address = models.CharField("电子送达地址", max_length=200, blank=True)
    signed_by = models.CharField("签名人", max_length=80, blank=True)
    signed_copy = models.ForeignKey(
        "base.Blob", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="签名的确认书"
    )
    refused = models.BooleanField("拒绝确认", default=False)
    refusal = models.CharField("拒绝确认的情况", max_length=400, blank=True)
    confirmed_on = models.DateField("确认日期")
    superseded_on = models.DateField("被新的确认书取代日期", null=True, blank=True)

    personal_data = ("address", "recipient", "phone", "electronic_address", "signed_by", "refusal")
    retention = "as the case file"

    class Meta:
        verbose_name = "送达地址确认书"
        ordering = ("pk",)
        constraints = (models.CheckConstraint(condition=ONE_OF_TWO, name="address_of_one"),)

    def __str__(self) -> str:
        return f"{self.document_id} {self.confirmed_on}"

    @property
    def whom(self) -> Party | ServiceRecipient:
        """Whose it is: a party's, or that of a recipient beside the parties."""
        return whom(self)

    def holds_on(self, day: date) -> bool:
        """Whether this confirmation was the party's on a day."""
        return self.confirmed_on <= day and (self.superseded_on is None or day < self.superseded_on)
