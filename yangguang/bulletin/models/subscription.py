"""Who asked to be told by e-mail of what becomes public: addresses sealed for the sender alone, gone with the subscription."""

from django.db import models


class Subscriber(models.Model):
    """One mailbox. `sealed` is its address, which nobody who reads this store can open; `mark` finds it and leads back to nothing."""

    ref = models.CharField("编号", max_length=26, unique=True)
    mark = models.CharField("邮箱标记", max_length=64, unique=True)
    sealed = models.TextField("邮箱（已加密）")
    next_mail_at = models.DateTimeField("下次汇总时间", null=True, blank=True, db_index=True)
    told_until = models.DateTimeField("已告知到", null=True, blank=True)
    mailed_at = models.DateTimeField("上次发出时间", null=True, blank=True)
    attempts = models.PositiveIntegerField("连续失败次数", default=0)
    last_error = models.CharField("上次失败的原因", max_length=200, blank=True)

    personal_data = ("sealed", "mark")
    retention = "until it unsubscribes; a day when nothing was confirmed"

    class Meta:
        verbose_name = "邮件订阅人"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.ref


class Subscription(models.Model):
    """What one mailbox wants to be told: decisions of a body, of a kind, about parties whose name holds some words."""

    ref = models.CharField("编号", max_length=26, unique=True)
    subscriber = models.ForeignKey(Subscriber, models.CASCADE, related_name="subscriptions", verbose_name="邮件订阅人")
    body_ref = models.CharField("机关", max_length=26, blank=True)
    body_name = models.CharField("机关名称", max_length=120, blank=True)
    kind = models.CharField("执法类别", max_length=30, blank=True)
    kind_label = models.CharField("执法类别名称", max_length=40, blank=True)
    party = models.CharField("当事人名称", max_length=60, blank=True)
    sender_mark = models.CharField("来处标记", max_length=32, blank=True, db_index=True)
    asked_at = models.DateTimeField("申请时间", db_index=True)
    confirmation_sent_at = models.DateTimeField("确认邮件发出时间", null=True, blank=True)
    confirmed_at = models.DateTimeField("确认时间", null=True, blank=True)

    personal_data = ("party", "sender_mark")
    retention = "until it is ended; a day when it was not confirmed; the mark for an hour"

    class Meta:
        verbose_name = "邮件订阅"
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["subscriber", "body_ref", "kind", "party"], name="subscription_once")
        ]

    def __str__(self) -> str:
        return "，".join(part for part in (self.body_name, self.kind_label, self.party) if part) or "全部"


class ToldNotice(models.Model):
    """A mailbox was told of a notice: so that it is told once, and told again when the notice is taken back."""

    subscriber = models.ForeignKey(Subscriber, models.CASCADE, related_name="told", verbose_name="邮件订阅人")
    notice_ref = models.CharField("公开编号", max_length=26, db_index=True)
    changed_at = models.DateTimeField("所告知的变动时间")

    personal_data = ()
    retention = "until the notice is taken down or the subscription ends"

    class Meta:
        verbose_name = "已告知的公示信息"
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["subscriber", "notice_ref"], name="notice_told_once")]

    def __str__(self) -> str:
        return self.notice_ref
