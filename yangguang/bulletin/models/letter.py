"""What citizens send in: sealed for the agency, kept here until its desk has taken it, then only the answer to it."""

from django.db import models


class LetterStatus(models.TextChoices):
    """Where an objection stands, as the citizen sees it."""

    RECEIVED = "received", "已收到"
    IN_HAND = "in_hand", "机关核实中"
    ANSWERED = "answered", "已答复"


class Relation(models.TextChoices):
    """How somebody who objects has to do with what was published (GIR-2019:41)."""

    PARTY = "party", "我是当事人"
    CONCERNED = "concerned", "内容与我（我单位）有关"
    NONE = "none", "与我无关，反映意见"


class ThingKind(models.TextChoices):
    """What is public and may be objected to, by the part of the site where its page lies."""

    DECISION = "decisions", "执法决定"
    LIST = "lists", "清单"
    OFFICER = "officers", "执法人员公示信息"
    REPORT = "annual-reports", "统计年报"
    GUIDE = "guides", "服务指南"
    FLOWCHART = "flowcharts", "执法流程图"
    BODY = "bodies", "执法机关公示信息"


class LetterKey(models.Model):
    """The public half of the agency's key for letters. There is one row."""

    public = models.CharField("公钥", max_length=64)
    put_at = models.DateTimeField("更新时间")

    personal_data = ()
    retention = "while the key is in use"

    class Meta:
        verbose_name = "来件公钥"

    def __str__(self) -> str:
        return self.public


class Letter(models.Model):
    """One objection on its way. Nobody who reads this store can open `sealed`; it is wiped once the desk has it."""

    receipt = models.CharField("查询号", max_length=12, unique=True)
    slip = models.CharField("表单标识", max_length=26, unique=True)
    notice_ref = models.CharField("公开编号", max_length=26, db_index=True)
    number = models.CharField("文号", max_length=120)
    body_ref = models.CharField("机关", max_length=26)
    body_name = models.CharField("执法机关", max_length=120)
    sealed = models.TextField("内容（已加密）", blank=True)
    sender_mark = models.CharField("来处标记", max_length=32, blank=True, db_index=True)
    received_at = models.DateTimeField("收到时间", db_index=True)
    status = models.CharField("状态", max_length=10, choices=LetterStatus, default=LetterStatus.RECEIVED)
    outcome = models.CharField("办理结果", max_length=40, blank=True)
    reply = models.TextField("答复", blank=True)
    due_on = models.DateField("最晚答复日期", null=True, blank=True)
    answered_on = models.DateField("答复日期", null=True, blank=True)

    personal_data = ("sealed", "sender_mark")
    retention = "sealed until the desk has taken it, the mark for an hour; number and answer stay"

    class Meta:
        verbose_name = "公示异议来件"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.receipt
