"""A withdrawal of a published decision: proposed by one person, approved or returned by another (D16)."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from yangguang.base.models.fields import PublicIdField
from yangguang.disclosure.models.publication import WithdrawalGround


class WithdrawalProposal(models.Model):
    """What one publisher wants taken back, and why; nothing changes in public until another person approves it."""

    public_id = PublicIdField()
    publication = models.ForeignKey(
        "disclosure.Publication", models.PROTECT, related_name="proposals", verbose_name="公示信息"
    )
    ground = models.CharField("撤回情形", max_length=24, choices=WithdrawalGround)
    reason = models.CharField("撤回理由", max_length=400)
    late_reason = models.CharField("逾期撤回的原因", max_length=400, blank=True)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="提出人")
    proposed_on = models.DateField("提出日期")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="批准人"
    )
    decided_on = models.DateField("办理日期", null=True, blank=True)
    approved = models.BooleanField("批准", null=True, blank=True)
    return_reason = models.CharField("退回理由", max_length=400, blank=True)

    personal_data = ()
    retention = "as the case file"

    class Meta:
        verbose_name = "撤回公开的提议"
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["publication"], condition=Q(decided_on=None), name="withdrawal_one_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"撤回公开：{self.publication.number}"
