"""Service of documents: every attempt, failed or not, with its proof (CPL-2023:87 and following)."""

from django.db import models

from yangguang.base.models.fields import PublicIdField
from yangguang.cases.models.case import Party
from yangguang.cases.models.service_recipient import ONE_OF_TWO, ServiceRecipient, whom


class ServiceMethod(models.TextChoices):
    """How a document is served."""

    DIRECT = "direct", "直接送达"
    ON_ANNOUNCEMENT = "on_announcement", "宣告当场交付"
    LEFT = "left", "留置送达"
    ELECTRONIC = "electronic", "电子送达"
    POST = "post", "邮寄送达"
    ENTRUSTED = "entrusted", "委托送达"
    FORWARDED = "forwarded", "转交送达"
    ANNOUNCED = "announced", "公告送达"


class Relation(models.TextChoices):
    """Who took a document in, as the law names those who may."""

    PARTY = "party", "当事人本人"
    LEGAL_REPRESENTATIVE = "legal_representative", "法定代表人或者主要负责人"
    RECEPTION = "reception", "单位负责收件的人"
    ADULT_FAMILY = "adult_family", "同住成年家属"
    AGENT = "agent", "委托代理人"
    DESIGNATED = "designated", "指定的代收人"
    OTHER = "other", "其他人"


class ServiceOfDocuments(models.Model):
    """One attempt to serve one document on one party (送达回证)."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="services", verbose_name="案件")
    document = models.ForeignKey("records.Document", models.PROTECT, related_name="services", verbose_name="文书")
    party = models.ForeignKey(
        "cases.Party", models.PROTECT, null=True, blank=True, related_name="services", verbose_name="受送达人"
    )
    service_recipient = models.ForeignKey(
        ServiceRecipient, models.PROTECT, null=True, blank=True, related_name="services", verbose_name="其他受送达人"
    )
    method = models.CharField("方式", max_length=20, choices=ServiceMethod)
    succeeded = models.BooleanField("已送达", default=True)
    served_on = models.DateField("送达日期", null=True, blank=True)
    place = models.CharField("送达地点", max_length=200, blank=True)
    recipient = models.CharField("签收人", max_length=80, blank=True)
    relation = models.CharField("签收人与受送达人的关系", max_length=24, choices=Relation, blank=True)
    refusal = models.CharField("拒收事由", max_length=400, blank=True)
    witness = models.CharField("见证人", max_length=80, blank=True)
    witness_unit = models.CharField("见证人单位", max_length=120, blank=True)
    witness_relation = models.CharField("见证人身份", max_length=80, blank=True)
    sent_on = models.DateField("寄出、发出日期", null=True, blank=True)
    sent_to = models.CharField("送往的地址", max_length=200, blank=True)
    through = models.CharField("受托机关、转交单位", max_length=120, blank=True)
    letter = models.CharField("委托函、转交函文号", max_length=120, blank=True)
    online_channel = models.CharField("告知的网上复议渠道", max_length=200, blank=True)
    recording = models.ForeignKey(
        "base.Blob", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="拍照录像"
    )
    proof = models.ForeignKey(
        "base.Blob", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="送达回证存件"
    )
    proof_number = models.CharField("回证或者回执编号", max_length=80, blank=True)
    officer_names = models.JSONField("送达人", default=list)
    failure = models.CharField("未送达的原因", max_length=400, blank=True)
    attempted_on = models.DateField("办理日期")

    personal_data = ("recipient", "witness", "witness_relation", "officer_names", "place", "sent_to")
    retention = "as the case file"

    class Meta:
        verbose_name = "送达"
        ordering = ("pk",)
        constraints = (models.CheckConstraint(condition=ONE_OF_TWO, name="service_on_one"),)

    def __str__(self) -> str:
        return f"{self.document_id} {self.attempted_on}"

    @property
    def whom(self) -> Party | ServiceRecipient:
        """On whom: a party, or a recipient beside the parties."""
        return whom(self)
