"""What goes up: items that stay the same from batch to batch, numbered batches, and the rows of each."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField
from yangguang.exchange.rules.columns import TITLES


class BatchState(models.TextChoices):
    """Where a batch stands."""

    DRAFTED = "drafted", "待报送"
    HANDED = "handed", "已报送"


class RowAction(models.TextChoices):
    """What the upper platform is asked to do with a row."""

    NEW = "new", "新增"
    CORRECT = "correct", "更正"
    WITHDRAW = "withdraw", "撤回"


class RowState(models.TextChoices):
    """Where a row stands; it is in exactly one state."""

    DRAFTED = "drafted", "待报送"
    LACKING = "lacking", "缺项"
    HANDED = "handed", "待回执"
    ACCEPTED = "accepted", "已接收"
    REFUSED = "refused", "被退回"


class UpwardItem(models.Model):
    """One thing that goes up under one number for good, and what the upper platform has of it as far as it said."""

    public_id = PublicIdField()
    collector = models.ForeignKey("directory.Body", models.PROTECT, related_name="+", verbose_name="报送机关")
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="upward_items", verbose_name="所属机关")
    kind = models.CharField("数据种类", max_length=12, choices=[*TITLES.items()])
    source_ref = models.CharField("公开编号", max_length=26)
    part = models.CharField("部分", max_length=120, blank=True)
    label = models.CharField("名称", max_length=240)
    added = models.JSONField("补填的数据项", default=dict)
    again = models.BooleanField("按原内容再次报送", default=False)
    is_above = models.BooleanField("上级可能已有", default=False)
    latest = models.ForeignKey(
        "UpwardRow", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="最近报送的一行"
    )

    personal_data = ("added", "label")
    retention = "permanent"

    class Meta:
        verbose_name = "上报事项"
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["collector", "kind", "source_ref", "part"], name="upward_item_once")
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def subject(self) -> Subject:
        """How the ledger names it."""
        return Subject("upward_item", self.public_id, self.body.public_id)


class UpwardBatch(models.Model):
    """One batch of a collecting body: a draft until a person hands it over, then a number, files and a signature for good."""

    public_id = PublicIdField()
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="upward_batches", verbose_name="报送机关")
    state = models.CharField("状态", max_length=8, choices=BatchState, default=BatchState.DRAFTED)
    number = models.PositiveIntegerField("批次号", null=True, blank=True)
    code = models.CharField("批次编号", max_length=60, blank=True, db_index=True)
    platform = models.CharField("上级平台", max_length=120)
    drafted_at = models.DateTimeField("草拟时间")
    handed_on = models.DateField("报送日期", null=True, blank=True)
    handed_at = models.DateTimeField("报送时间", null=True, blank=True)
    handed_by_name = models.CharField("报送人", max_length=80, blank=True)
    previous = models.CharField("上一批次清单的指纹", max_length=64, blank=True)
    manifest_digest = models.CharField("清单的指纹", max_length=64, blank=True)
    files = models.ForeignKey(
        "base.Blob", models.PROTECT, null=True, blank=True, related_name="+", verbose_name="文件包"
    )

    personal_data = ("handed_by_name",)
    retention = "permanent"

    class Meta:
        verbose_name = "上报批次"
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(fields=["body", "number"], name="upward_batch_number_once"),
            models.UniqueConstraint(fields=["body"], condition=Q(state="drafted"), name="upward_batch_one_draft"),
        ]

    def __str__(self) -> str:
        return f"第{self.number}批上报" if self.number else "上报草稿"

    @property
    def subject(self) -> Subject:
        """How the ledger names it."""
        return Subject("upward_batch", self.public_id, self.body.public_id)

    @property
    def is_draft(self) -> bool:
        """Whether it has still to be handed over."""
        return self.state == BatchState.DRAFTED


class UpwardRow(models.Model):
    """One row of a batch, as it was handed up letter for letter, and what became of it."""

    public_id = PublicIdField()
    batch = models.ForeignKey(UpwardBatch, models.PROTECT, related_name="rows", verbose_name="批次")
    item = models.ForeignKey(UpwardItem, models.PROTECT, related_name="rows", verbose_name="事项")
    number = models.PositiveIntegerField("行号", null=True, blank=True)
    action = models.CharField("操作", max_length=8, choices=RowAction)
    state = models.CharField("状态", max_length=8, choices=RowState)
    cells = models.JSONField("数据项", default=dict)
    missing = models.JSONField("缺少的数据项", default=list)
    source_digest = models.CharField("公开内容的指纹", max_length=64)
    reason = models.CharField("退回理由", max_length=400, blank=True)
    answered_by = models.ForeignKey(
        "UpwardReceipt", models.PROTECT, null=True, blank=True, related_name="rows", verbose_name="回执"
    )

    personal_data = ("cells",)
    retention = "permanent"

    class Meta:
        verbose_name = "上报数据行"
        ordering = ("number", "pk")
        constraints = [
            models.UniqueConstraint(fields=["batch", "number"], name="upward_row_number_once"),
            models.UniqueConstraint(fields=["batch", "item"], name="upward_row_item_once"),
        ]
        indexes = [models.Index(fields=["batch", "state"], name="upward_row_by_state")]

    def __str__(self) -> str:
        return f"{self.get_action_display()} {self.item}"
