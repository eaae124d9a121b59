"""Signers, opinions and returns: one mechanism for every approval form."""

from django.db import models

from yangguang.base.models.fields import PublicIdField


class ApprovalState(models.TextChoices):
    """Where an approval stands."""

    PENDING = "pending", "审批中"
    APPROVED = "approved", "已批准"
    RETURNED = "returned", "已退回"
    WITHDRAWN = "withdrawn", "已收回"


class Approval(models.Model):
    """One approval form (审批表): what is asked, about what, and how far it got."""

    public_id = PublicIdField()
    chain = models.CharField("账链", max_length=40)
    purpose = models.CharField("事项", max_length=40)
    title = models.CharField("标题", max_length=200)
    subject_kind = models.CharField("对象种类", max_length=40)
    subject_ref = models.CharField("对象", max_length=40)
    file_ref = models.CharField("案卷", max_length=40, blank=True, db_index=True)
    proposal = models.JSONField("拟办内容", default=dict)
    proposal_digest = models.CharField("拟办内容指纹", max_length=64)
    state = models.CharField("状态", max_length=12, choices=ApprovalState, default=ApprovalState.PENDING)
    requested_by_ref = models.CharField("提请人", max_length=60)
    requested_by_name = models.CharField("提请人姓名", max_length=80)
    requested_at = models.DateTimeField("提请时间")
    closed_at = models.DateTimeField("办结时间", null=True, blank=True)

    personal_data = ("requested_by_name", "proposal")
    retention = "as the case file"

    class Meta:
        verbose_name = "审批"
        indexes = [
            models.Index(fields=["subject_kind", "subject_ref", "purpose"], name="approval_by_subject"),
            models.Index(fields=["chain", "state"], name="approval_pending"),
        ]

    def __str__(self) -> str:
        return self.title


class ApprovalStep(models.Model):
    """One signer's place in the form: which role signs, who did, when, with which words."""

    approval = models.ForeignKey(Approval, models.PROTECT, related_name="steps", verbose_name="审批")
    order = models.PositiveSmallIntegerField("次序")
    role = models.CharField("角色", max_length=40)
    label = models.CharField("栏目", max_length=40)
    signer_ref = models.CharField("指定签署人", max_length=60, blank=True)
    signed_by_ref = models.CharField("签署人", max_length=60, blank=True)
    signed_by_name = models.CharField("签署人姓名", max_length=80, blank=True)
    signed_at = models.DateTimeField("签署时间", null=True, blank=True)
    agrees = models.BooleanField("同意", null=True, blank=True)
    opinion = models.TextField("意见", blank=True)

    personal_data = ("signed_by_name", "opinion")
    retention = "as the case file"

    class Meta:
        verbose_name = "审批步骤"
        ordering = ("order",)
        constraints = [models.UniqueConstraint(fields=["approval", "order"], name="approval_step_once")]

    def __str__(self) -> str:
        return f"{self.label} {self.signed_by_name}"
