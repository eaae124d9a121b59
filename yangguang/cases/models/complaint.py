"""What only a complaint has: how many workers, what they ask, whether it is before arbitration, and what was answered."""

from __future__ import annotations

from django.db import models

from yangguang.base.models.fields import FenField


class Arbitration(models.TextChoices):
    """Whether the same claim is, or belongs, before arbitration or a court (LSR-2004:21.2)."""

    NONE = "none", "没有申请仲裁或者起诉"
    BELONGS_THERE = "belongs_there", "应当按照劳动争议程序办理"
    PENDING = "pending", "已经申请仲裁或者起诉"
    SETTLED = "settled", "已有仲裁裁决或者法院裁判"


class DeclineReason(models.TextChoices):
    """The statutory reasons for not accepting a complaint (LSP-2004:18 and the local regulations that repeat it)."""

    OVER_TWO_YEARS = "over_two_years", "违反劳动保障法律的行为发生已经超过2年"
    EMPLOYER_UNKNOWN = "employer_unknown", "被投诉单位不明确，经补正仍不明确"
    NOT_BY_EMPLOYER = "not_by_employer", "权益不是由被投诉单位的违法行为侵害"
    OUT_OF_POWERS = "out_of_powers", "不属于劳动保障监察职权范围"
    OTHER_JURISDICTION = "other_jurisdiction", "不属于本机关管辖"


class RedirectGround(models.TextChoices):
    """Why a complainant is shown another way."""

    ARBITRATION = "arbitration", "应当或者已经按照劳动争议处理、诉讼程序办理"
    OTHER_AUTHORITY = "other_authority", "属于其他部门职责"
    OTHER_JURISDICTION = "other_jurisdiction", "属于其他劳动保障行政部门管辖"


class AnsweredBy(models.TextChoices):
    """How a complainant was told the outcome."""

    HANDED_OVER = "handed_over", "当面交付"
    POST = "post", "邮寄"
    MESSAGE = "message", "短信"
    PHONE = "phone", "电话"


class Complaint(models.Model):
    """One complaint (投诉): for how many workers, how much, what is asked; completion once, acceptance, answer."""

    lead = models.OneToOneField("cases.Lead", models.PROTECT, related_name="complaint", verbose_name="线索")
    workers_count = models.PositiveIntegerField("涉及人数", default=1)
    amount_fen = FenField("涉及金额（分）", default=0)
    requests = models.TextField("投诉请求")
    caused_by_employer = models.BooleanField("由被投诉单位违法造成", default=True)
    within_powers = models.BooleanField("属于劳动保障监察职权", default=True)
    arbitration = models.CharField("仲裁、诉讼情况", max_length=16, choices=Arbitration, default=Arbitration.NONE)
    arbitration_note = models.CharField("仲裁、诉讼说明", max_length=200, blank=True)
    completion_asked_on = models.DateField("告知补正日期", null=True, blank=True)
    completion_list = models.TextField("需要补正的内容", blank=True)
    completed_on = models.DateField("补正日期", null=True, blank=True)
    accepted_on = models.DateField("受理日期", null=True, blank=True)
    decline_reason = models.CharField("不予受理理由", max_length=24, choices=DeclineReason, blank=True)
    redirect_ground = models.CharField("告知其他途径的理由", max_length=24, choices=RedirectGround, blank=True)
    redirect_to = models.CharField("告知前往", max_length=120, blank=True)
    answered_on = models.DateField("答复日期", null=True, blank=True)
    answer = models.TextField("答复内容", blank=True)

    personal_data = ("requests", "arbitration_note")
    retention = "as the lead"

    class Meta:
        verbose_name = "投诉"
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"投诉 {self.lead}"
