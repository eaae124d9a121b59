"""Case items (涉案物品): every single thing a case holds, from the list made on the spot to what became of it."""

from __future__ import annotations

from django.db import models

from yangguang.base.models.fields import FenField, PublicIdField


class ItemFate(models.TextChoices):
    """What became of a thing that was preserved, sealed or seized."""

    HELD = "", "尚未处理"
    COPIED_AND_RETURNED = "copied_and_returned", "复制取证后退还"
    KEPT_AS_EVIDENCE = "kept_as_evidence", "提取原物入卷"
    SENT_TO_EXAMINATION = "sent_to_examination", "送检测、鉴定"
    TURNED_INTO_MEASURE = "turned_into_measure", "依法转为查封、扣押"
    CONFISCATED = "confiscated", "依法没收"
    DESTROYED = "destroyed", "依法销毁"
    HANDED_OVER = "handed_over", "随案移送"
    RETURNED = "returned", "解除，退还"


GOES_BACK = frozenset({ItemFate.COPIED_AND_RETURNED, ItemFate.RETURNED})


class CaseItem(models.Model):
    """One thing on a list: name, model, quantity, condition, picture, where it is kept, and its fate with the receipt."""

    public_id = PublicIdField()
    case = models.ForeignKey("cases.Case", models.PROTECT, related_name="items", verbose_name="案件")
    preservation = models.ForeignKey(
        "cases.AdvancePreservation", models.PROTECT, null=True, related_name="items", verbose_name="先行登记保存"
    )
    measure = models.ForeignKey(
        "cases.CoerciveMeasure", models.PROTECT, null=True, related_name="items", verbose_name="行政强制措施"
    )
    position = models.PositiveSmallIntegerField("次序")
    name = models.CharField("名称", max_length=120)
    spec = models.CharField("规格型号", max_length=120, blank=True)
    quantity = models.CharField("数量", max_length=40)
    condition = models.CharField("状况", max_length=200)
    photo = models.CharField("照片编号", max_length=80, blank=True)
    kept_at = models.CharField("保管地点", max_length=200)
    proves = models.CharField("证明内容", max_length=400, blank=True)
    fate = models.CharField("处理", max_length=24, choices=ItemFate, blank=True, default=ItemFate.HELD)
    fate_on = models.DateField("处理日期", null=True, blank=True)
    voucher = models.CharField("处理凭证", max_length=200, blank=True)
    collect_notice_on = models.DateField("通知领取日期", null=True, blank=True)
    returned_on = models.DateField("退还日期", null=True, blank=True)
    received_by = models.CharField("签收人", max_length=80, blank=True)
    receipt_number = models.CharField("签收单编号", max_length=80, blank=True)
    sold_on = models.DateField("变卖日期", null=True, blank=True)
    proceeds_fen = FenField("变卖价款（分）", default=0)
    told_on = models.DateField("书面告知移送日期", null=True, blank=True)

    personal_data = ("received_by",)
    retention = "as the case file"

    class Meta:
        verbose_name = "涉案物品"
        ordering = ("pk",)
        indexes = [models.Index(fields=["case", "fate"], name="case_item_by_fate")]

    def __str__(self) -> str:
        return f"{self.name}　{self.quantity}"

    @property
    def is_open(self) -> bool:
        """Nobody has said what becomes of it, or it goes back and nobody has signed for it."""
        return not self.fate or (self.fate in GOES_BACK and self.returned_on is None)
