"""What only a penalty on the spot has: scene, certificates shown, filing, and a fine collected there and then."""

from django.db import models

from yangguang.base.models.fields import FenField, PublicIdField


class OnTheSpotPenalty(models.Model):
    """The scene of one penalty on the spot (当场处罚): where, which certificates were shown, when it was filed."""

    public_id = PublicIdField()
    case = models.OneToOneField("cases.Case", models.PROTECT, related_name="on_the_spot", verbose_name="案件")
    place = models.CharField("违法行为地点", max_length=200)
    certificates = models.JSONField("出示的执法证件", default=list)
    filed_on = models.DateField("报备日期", null=True, blank=True)
    filed_with_name = models.CharField("接收人", max_length=80, blank=True)
    lead_ref = models.CharField("转普通程序的线索", max_length=40, blank=True, db_index=True)

    personal_data = ("place", "certificates", "filed_with_name")
    retention = "as the case file"

    class Meta:
        verbose_name = "当场处罚"

    def __str__(self) -> str:
        return f"{self.case_id} {self.place}"


class CollectionGround(models.TextChoices):
    """The cases in which an officer may take a fine on the spot (APL-2021:68, 69)."""

    SMALL_FINE = "small_fine", "法定小额罚款"
    HARD_TO_EXECUTE = "hard_to_execute", "不当场收缴事后难以执行"
    REMOTE = "remote", "边远、水上、交通不便地区，当事人提出"


class OnTheSpotCollection(models.Model):
    """One fine collected on the spot (当场收缴), its fiscal receipt, and its way to the agency and the bank."""

    public_id = PublicIdField()
    case = models.OneToOneField("cases.Case", models.PROTECT, related_name="collection", verbose_name="案件")
    payment = models.OneToOneField("cases.Payment", models.PROTECT, related_name="collection", verbose_name="缴款")
    ground = models.CharField("当场收缴情形", max_length=20, choices=CollectionGround)
    reason = models.CharField("理由", max_length=400, blank=True)
    asked_by_party = models.BooleanField("当事人提出", default=False)
    ashore_on = models.DateField("抵岸日期", null=True, blank=True)
    amount_fen = FenField("金额（分）")
    collected_on = models.DateField("收缴日期")
    receipt_number = models.CharField("专用票据编号", max_length=80)
    collected_by_name = models.CharField("收缴人", max_length=80)
    remitted_on = models.DateField("交机关日期", null=True, blank=True)
    remittance_number = models.CharField("交款单编号", max_length=80, blank=True)
    banked_on = models.DateField("缴银行日期", null=True, blank=True)
    bank_receipt_number = models.CharField("缴款回单编号", max_length=80, blank=True)

    personal_data = ("collected_by_name",)
    retention = "as the case file"

    class Meta:
        verbose_name = "当场收缴"
        constraints = [models.UniqueConstraint(fields=["receipt_number"], name="fiscal_receipt_once")]

    def __str__(self) -> str:
        return self.receipt_number
