"""Editions: one whole content of a list, valid for a time."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.db.models import Q

from yangguang.base.events import Subject
from yangguang.base.models.fields import PublicIdField
from yangguang.catalogues.rules.editions import FIXED, STATES, EditionState, in_force_on
from yangguang.kernel.spans import Span


class ListKind(models.TextChoices):
    """Which list it is."""

    MATTERS = "matters", "行政执法事项清单"
    DISCRETION_STANDARDS = "discretion_standards", "行政处罚裁量基准清单"
    MAJOR_DECISION_REVIEW = "major_decision_review", "重大执法决定法制审核目录清单"
    REGULATORY_MATTERS = "regulatory_matters", "监管事项目录清单"
    RANDOM_INSPECTION = "random_inspection", "随机抽查事项清单"
    BODIES = "bodies", "行政执法主体资格清单"
    OFFICERS = "officers", "行政执法人员资格清单"
    POST_ENFORCEMENT_PUBLICATION = "post_enforcement_publication", "行政执法事后公开事项清单"
    AUDIOVISUAL_RECORDING = "audiovisual_recording", "音像记录事项清单"
    DISCLOSURE_POLICY = "disclosure_policy", "行政执法公示制度"
    RECORDING_POLICY = "recording_policy", "行政执法全过程记录办法"
    REVIEW_POLICY = "review_policy", "重大执法决定法制审核办法"
    REVIEW_ELEMENTS = "review_elements", "重大执法决定法制审核要素（内容）清单"
    SERVICE_GUIDES = "service_guides", "行政执法服务指南"


class EditionQuerySet(models.QuerySet["Edition"]):
    """Editions by state and day."""

    def fixed(self) -> EditionQuerySet:
        """Those that were adopted at some time: nothing in them changes any more."""
        return self.filter(state__in=sorted(FIXED))

    def in_force(self, on: date) -> EditionQuerySet:
        """Those in force on a day; at most one for each list of a body."""
        return self.fixed().filter(in_force_from__lte=on).filter(Q(superseded_from=None) | Q(superseded_from__gt=on))


class Edition(models.Model):
    """One edition of one list of one body."""

    public_id = PublicIdField()
    list_kind = models.CharField("清单", max_length=40, choices=ListKind)
    body = models.ForeignKey("directory.Body", models.PROTECT, related_name="editions", verbose_name="机关")
    version = models.CharField("版次", max_length=60)
    state = models.CharField(
        "状态", max_length=16, choices=[(s.value, STATES[s]) for s in EditionState], default=EditionState.DRAFT
    )
    based_on = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="drafts_from", verbose_name="底版"
    )
    source = models.CharField("来源文件", max_length=300, blank=True)
    note = models.TextField("说明", blank=True)
    workbook = models.ForeignKey("base.Blob", models.PROTECT, null=True, blank=True, verbose_name="导入的工作簿")
    drafted_by_ref = models.CharField("起草人", max_length=60)
    drafted_by_name = models.CharField("起草人姓名", max_length=80)
    drafted_at = models.DateTimeField("起草时间")
    adopted_by_ref = models.CharField("审定人", max_length=60, blank=True)
    adopted_by_name = models.CharField("审定人姓名", max_length=80, blank=True)
    adopted_on = models.DateField("审定日期", null=True, blank=True)
    in_force_from = models.DateField("生效日", null=True, blank=True)
    superseded_from = models.DateField("停止施行日", null=True, blank=True)
    end_reason = models.CharField("废止理由", max_length=400, blank=True)

    objects = EditionQuerySet.as_manager()

    personal_data = ("drafted_by_name", "adopted_by_name")
    retention = "permanent"

    class Meta:
        verbose_name = "清单版本"
        ordering = ("-in_force_from", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["body", "list_kind", "in_force_from"],
                condition=Q(state__in=sorted(FIXED)),
                name="edition_starts_once",
            ),
            models.UniqueConstraint(fields=["body", "list_kind", "version"], name="edition_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_list_kind_display()} {self.version}"

    @property
    def subject(self) -> Subject:
        """How the ledger names this edition."""
        return Subject(kind="edition", ref=self.public_id, chain=self.body.public_id)

    @property
    def is_open(self) -> bool:
        """Whether its rows may still be changed."""
        return self.state == EditionState.DRAFT

    @property
    def is_fixed(self) -> bool:
        """Whether it was adopted: nothing in it changes any more."""
        return self.state in FIXED

    @property
    def term(self) -> Span | None:
        """The days it is in force; None before it is adopted."""
        if not self.is_fixed or self.in_force_from is None:
            return None
        return Span(self.in_force_from, self.superseded_from)

    def is_in_force(self, on: date) -> bool:
        """Whether it is in force on a day."""
        return in_force_on(self.term, self.state, on)

    def stage(self, on: date) -> tuple[str, str]:
        """Where it stands on a day, as a tint and words: in force is worked out, never stored."""
        if self.is_in_force(on):
            return "ok", "施行中"
        if self.term is not None and on < self.term.start:
            return "accent", "已审定，尚未生效"
        return "soon" if self.state == EditionState.UNDER_REVIEW else "rest", STATES[EditionState(self.state)]
