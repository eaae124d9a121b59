"""Hearings (听证): who presides, when and where, in public or not, who was there, what was examined, how it ended."""

from django.db import models

from yangguang.base.models.fields import PublicIdField


class HearingStatus(models.TextChoices):
    """Where a hearing stands."""

    SET = "set", "已通知"
    HELD = "held", "已举行"
    TERMINATED = "terminated", "已终止"
    WITHDRAWN = "withdrawn", "申请已撤回"


class ClosedGround(models.TextChoices):
    """Why a hearing is not held in public: the only grounds the law knows (APL-2021:64.1.3)."""

    STATE_SECRET = "state_secret", "涉及国家秘密"
    TRADE_SECRET = "trade_secret", "涉及商业秘密"
    PERSONAL_PRIVACY = "personal_privacy", "涉及个人隐私"


class Signing(models.TextChoices):
    """How the record was checked by those who took part."""

    SIGNED = "signed", "核对无误后签字或者盖章"
    REFUSED = "refused", "拒绝签字或者盖章"


class Hearing(models.Model):
    """One hearing of a case, asked for by one party or several."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="hearings", verbose_name="案件")
    status = models.CharField("状态", max_length=12, choices=HearingStatus, default=HearingStatus.SET)
    chair = models.ForeignKey("directory.Account", models.PROTECT, related_name="+", verbose_name="听证主持人")
    member_names = models.JSONField("听证员", default=list)
    clerk_name = models.CharField("听证记录员", max_length=60)
    set_for = models.DateTimeField("听证时间")
    place = models.CharField("听证地点", max_length=200)
    in_public = models.BooleanField("公开举行", default=True)
    closed_ground = models.CharField("不公开的理由", max_length=20, choices=ClosedGround, blank=True)
    notice = models.ForeignKey("records.Document", models.PROTECT, related_name="+", verbose_name="听证通知书")
    postponements = models.JSONField("延期", default=list)
    ended_on = models.DateField("结束日期", null=True, blank=True)
    agent_names = models.JSONField("代理人", default=list)
    attended_names = models.JSONField("到场人员", default=list)
    third_parties = models.JSONField("第三人", default=list)
    examined_refs = models.JSONField("经质证的证据", default=list)
    opinion = models.TextField("听证意见", blank=True)
    record = models.ForeignKey(
        "records.Document", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="听证笔录"
    )
    signing = models.CharField("笔录签章", max_length=10, choices=Signing, blank=True)
    signatures = models.JSONField("参加人逐页签名", default=list)
    refusal_note = models.CharField("拒签的注明", max_length=400, blank=True)
    termination_reason = models.CharField("终止的事实", max_length=400, blank=True)

    personal_data = (
        "member_names",
        "clerk_name",
        "agent_names",
        "attended_names",
        "third_parties",
        "signatures",
        "opinion",
    )
    retention = "as the case file"

    class Meta:
        verbose_name = "听证"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case_id} {self.get_status_display()}"
