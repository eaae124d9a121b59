"""What is public besides decisions – an edition of a list, an officer's entry, an entry of the lists of unpaid wages and of major
violations – and what is proposed to change of it (D16, D23).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField
from yangguang.disclosure.rules.standing import CHANGES, GROUNDS, ChangeKind

if TYPE_CHECKING:
    from yangguang.cases.api import MajorViolation, SanctionsListing


# What a row is asked with wherever its words or its body are read.
WHOLE = (
    "edition__body", "officer__body", "body", "listing__case__body", "listing__party", "violation__case__body",
    "violation__party",
)  # fmt: skip


class StandingStatus(models.TextChoices):
    """Where it stands."""

    PENDING = "pending_publication", "待发布"
    PUBLISHED = "published", "公开中"
    CORRECTED = "corrected", "已更正"
    WITHDRAWN = "withdrawn", "已撤回"


class StandingPublication(models.Model):
    """One edition or one entry on its way to the public and back. `ref` is that of the edition or the officer; of a listing or a
    violation it is random, as the public reads it, and `register_number` is gapless a body, a kind and a year.

    `hands` says who collected, passed on, reviewed and released: step, reference, name, day.
    """

    ref = models.CharField("公开编号", max_length=26, unique=True)
    edition = models.OneToOneField(
        "catalogues.Edition", models.PROTECT, null=True, blank=True, related_name="publication", verbose_name="清单版本"
    )
    officer = models.OneToOneField(
        "directory.Officer", models.PROTECT, null=True, blank=True, related_name="public_entry", verbose_name="执法人员"
    )
    listing = models.OneToOneField(
        "cases.SanctionsListing",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="publication",
        verbose_name="失信名单列入",
    )
    violation = models.OneToOneField(
        "cases.MajorViolation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="publication",
        verbose_name="重大违法公布",
    )
    body = models.ForeignKey(
        "directory.Body", models.PROTECT, related_name="standing_publications", verbose_name="机关"
    )
    status = models.CharField(
        "状态", max_length=20, choices=StandingStatus, default=StandingStatus.PENDING, db_index=True
    )
    version = models.PositiveSmallIntegerField("已公开版次", default=0)
    register_number = models.CharField("公示登记号", max_length=16, blank=True)
    secrecy_note = models.CharField("保密审查意见", max_length=400, blank=True)
    copy = models.JSONField("公开内容", default=dict)
    digest = models.CharField("指纹", max_length=64, blank=True)
    hands = models.JSONField("经手人", default=list)
    published_on = models.DateField("公开日期", null=True, blank=True)
    late_reason = models.CharField("逾期公开的原因", max_length=400, blank=True)
    withdrawn_on = models.DateField("撤回日期", null=True, blank=True)
    withdrawal_ground = models.CharField(
        "撤回情形", max_length=24, choices=[(one.value, words) for one, words in GROUNDS.items()], blank=True
    )
    withdrawal_reason = models.CharField("撤回理由", max_length=400, blank=True)

    personal_data = ("copy", "hands")
    retention = "permanent"

    class Meta:
        verbose_name = "清单与人员公示"
        ordering = ("-pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(edition__isnull=False, officer=None, listing=None, violation=None)
                | Q(edition=None, officer__isnull=False, listing=None, violation=None)
                | Q(edition=None, officer=None, listing__isnull=False, violation=None)
                | Q(edition=None, officer=None, listing=None, violation__isnull=False),
                name="standing_is_one_of_four",
            )
        ]

    def __str__(self) -> str:
        return f"执法人员{self.officer}" if self.officer is not None else str(self.edition or self.entry)

    @property
    def entry(self) -> SanctionsListing | MajorViolation | None:
        """The listing or the major violation it makes public, if it is one."""
        return self.listing or self.violation

    @property
    def subject(self) -> Subject:
        """How the ledger names it."""
        return Subject("standing_publication", self.ref, self.body.public_id)

    @property
    def stands(self) -> bool:
        """Whether the public can read it now."""
        return self.status in {StandingStatus.PUBLISHED, StandingStatus.CORRECTED}


class StandingChange(models.Model):
    """A correction, a withdrawal or a putting back: proposed by one person, approved or returned by another."""

    public_id = PublicIdField()
    publication = models.ForeignKey(StandingPublication, models.PROTECT, related_name="changes", verbose_name="公示")
    kind = models.CharField("事项", max_length=12, choices=[(one.value, words) for one, words in CHANGES.items()])
    ground = models.CharField(
        "情形", max_length=24, choices=[(one.value, words) for one, words in GROUNDS.items()], blank=True
    )
    reason = models.CharField("理由", max_length=400)
    replacements = models.JSONField("更正的文字", default=list)
    hides_more = models.BooleanField("更正是为了隐去", default=False)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="提出人")
    proposed_on = models.DateField("提出日期")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="批准人"
    )
    decided_on = models.DateField("办理日期", null=True, blank=True)
    approved = models.BooleanField("批准", null=True, blank=True)
    return_reason = models.CharField("退回理由", max_length=400, blank=True)

    personal_data = ("replacements",)
    retention = "permanent"

    class Meta:
        verbose_name = "公示变更"
        ordering = ("-pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["publication"], condition=Q(decided_on=None), name="standing_change_one_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"{CHANGES[ChangeKind(self.kind)]}：{self.publication}"
