"""What citizens complain of, report and ask: sealed for the desk, then only how far it is; and how many there were."""

from django.db import models


class VoiceKind(models.TextChoices):
    """What somebody turns to an agency with. A request for correction has a letter of its own."""

    WAGES = "wages", "劳动保障投诉举报"
    CONDUCT = "conduct", "投诉执法人员或者决定"
    QUESTION = "question", "咨询"


class PublicVoice(models.Model):
    """One voice on its way, and how far it is. Nobody who reads this store can open `sealed` or tell who may ask about it."""

    receipt = models.CharField("查询号", max_length=12, unique=True)
    slip = models.CharField("表单标识", max_length=26, unique=True)
    kind = models.CharField("种类", max_length=10, choices=VoiceKind)
    body_ref = models.CharField("机关", max_length=26, db_index=True)
    body_name = models.CharField("办理机关", max_length=120)
    sealed = models.TextField("内容（已加密）", blank=True)
    code_mark = models.CharField("查询码标记", max_length=64)
    tail_mark = models.CharField("电话标记", max_length=64, blank=True)
    sender_mark = models.CharField("来处标记", max_length=32, blank=True, db_index=True)
    received_at = models.DateTimeField("提交时间", db_index=True)
    taken = models.BooleanField("已收取", default=False, db_index=True)
    stage = models.CharField("办理阶段", max_length=80)
    next_step = models.CharField("下一步", max_length=200, blank=True)
    next_on = models.DateField("下一步最晚日期", null=True, blank=True)
    reply = models.TextField("答复", blank=True)
    answered_on = models.DateField("答复日期", null=True, blank=True)
    until = models.DateField("可查询至", null=True, blank=True)

    personal_data = ("sealed", "code_mark", "tail_mark", "sender_mark", "reply")
    retention = (
        "sealed until the desk has taken it, the sender's mark for an hour, the rest some months after the answer"
    )

    class Meta:
        verbose_name = "网上来件"
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.receipt


class PublicVoiceFile(models.Model):
    """One enclosure, sealed; gone once the desk has it."""

    voice = models.ForeignKey(PublicVoice, models.CASCADE, related_name="files", verbose_name="来件")
    position = models.PositiveSmallIntegerField("次序")
    sealed = models.BinaryField("附件（已加密）")

    personal_data = ("sealed",)
    retention = "until the desk has taken it"

    class Meta:
        verbose_name = "网上来件附件"
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return f"{self.voice} {self.position}"


class PublicVoiceCount(models.Model):
    """How many voices of a kind came to a body, how many are answered and how many in time: numbers, nobody behind them."""

    body_ref = models.CharField("机关", max_length=26)
    body_name = models.CharField("执法机关", max_length=120)
    kind = models.CharField("种类", max_length=10, choices=VoiceKind)
    received = models.PositiveIntegerField("收到")
    settled = models.PositiveIntegerField("办结")
    with_term = models.PositiveIntegerField("有法定期限的办结")
    in_time = models.PositiveIntegerField("按期办结")
    updated_on = models.DateField("更新日期")

    personal_data = ()
    retention = "replaced when it changes"

    class Meta:
        verbose_name = "网上来件统计"
        ordering = ("pk",)
        constraints = [models.UniqueConstraint(fields=["body_ref", "kind"], name="voice_count_once")]

    def __str__(self) -> str:
        return f"{self.body_name} {self.kind}"
