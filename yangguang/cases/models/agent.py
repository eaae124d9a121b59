"""Authorised agents (委托代理人): who acts for a party, how far, from when until when, on which power of attorney."""

from django.db import models

from yangguang.base.models.fields import PublicIdField


class Authority(models.TextChoices):
    """How far an agent may go: special authority names what the party hands over beyond the ordinary."""

    GENERAL = "general", "一般授权"
    SPECIAL = "special", "特别授权"


class AgentPower(models.TextChoices):
    """What an agent may do in the case."""

    SERVICE = "service", "代收文书"
    STATEMENT = "statement", "陈述、申辩"
    HEARING = "hearing", "参加听证"


class AuthorisedAgent(models.Model):
    """One agent of one party. Number and power of attorney stay in the case; the number is sealed."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="agents", verbose_name="案件")
    party = models.ForeignKey("cases.Party", models.PROTECT, related_name="agents", verbose_name="委托人")
    name = models.CharField("姓名", max_length=60)
    position = models.CharField("身份", max_length=60, blank=True)
    sealed_code = models.TextField("身份证件号码（密封）", blank=True)
    phone = models.CharField("联系电话", max_length=40, blank=True)
    authority = models.CharField("授权种类", max_length=10, choices=Authority)
    powers = models.JSONField("代理权限", default=list)
    special_powers = models.CharField("特别授权事项", max_length=400, blank=True)
    from_on = models.DateField("委托起始日")
    until_on = models.DateField("委托截止日", null=True, blank=True)
    power_of_attorney = models.ForeignKey(
        "records.Document", models.PROTECT, related_name="+", verbose_name="授权委托书"
    )
    ended_on = models.DateField("解除日期", null=True, blank=True)
    end_reason = models.CharField("解除原因", max_length=200, blank=True)
    registered_by_name = models.CharField("登记人", max_length=80)

    personal_data = ("name", "position", "sealed_code", "phone", "registered_by_name")
    retention = "as the case file"

    class Meta:
        verbose_name = "委托代理人"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.name
