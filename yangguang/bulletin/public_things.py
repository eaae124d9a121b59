"""Anything public, by its reference: what a request to put something right may be about."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from yangguang.bulletin.models import (
    Notice,
    PublicBody,
    PublicFlowchart,
    PublicGuide,
    PublicList,
    PublicOfficer,
    PublicReport,
    ThingKind,
)

LONGEST = 120  # signs of a number or title that a letter keeps


@dataclass(frozen=True)
class PublicThing:
    """A page of something public. `number` is how letters and records call it: no person is named there; `shown` is how the page
    itself does. `mark` tells whether what it says has changed.
    """

    kind: ThingKind
    ref: str
    number: str
    body_ref: str
    body_name: str
    mark: str
    shown: str = ""
    status: str = "published"

    @property
    def stands(self) -> bool:
        """Whether the public can read it now."""
        return self.status in {"published", "corrected"}

    @property
    def path(self) -> str:
        """Its page on the public site."""
        return f"/{self.kind}/{self.ref}"


def thing_of(ref: str) -> PublicThing | None:
    """What is or was public under a reference; None for what never was, and for what is not kept public any more."""
    return next((found for look in LOOK if (found := look(ref))), None)


def _notice(ref: str) -> PublicThing | None:
    one = Notice.objects.filter(ref=ref).first()
    if one is None:
        return None
    status = "published" if one.stands else one.status
    return PublicThing(ThingKind.DECISION, ref, one.number, one.body_ref, one.body_name, one.digest, one.number, status)


def _list(ref: str) -> PublicThing | None:
    one = PublicList.objects.filter(ref=ref).first()
    return _of_list(ThingKind.LIST, ref, one.title, one, [one.columns, one.rows]) if one else None


def _guide(ref: str) -> PublicThing | None:
    one = PublicGuide.objects.select_related("edition").filter(ref=ref).first()
    return _of_list(ThingKind.GUIDE, ref, f"服务指南：{one.name}", one.edition, [one.cells, one.forms]) if one else None


def _of_list(kind: ThingKind, ref: str, title: str, edition: PublicList, says: Any) -> PublicThing:
    status = "published" if edition.stands else "withdrawn"
    mark = _mark([title, says])
    return PublicThing(kind, ref, title[:LONGEST], edition.body_ref, edition.body_name, mark, title, status)


def _officer(ref: str) -> PublicThing | None:
    one = PublicOfficer.objects.filter(ref=ref).first()
    if one is None:
        return None
    status = "published" if one.withdrawn_on is None else "withdrawn"
    title, mark = ThingKind.OFFICER.label, _mark([one.name, one.post, one.body_ref, one.certificates])
    shown = f"执法人员 {one.name}" if one.name else title
    return PublicThing(ThingKind.OFFICER, ref, title, one.body_ref, one.body_name, mark, shown, status)


def _report(ref: str) -> PublicThing | None:
    """A report is put right by a version of its own: what it says now is what the newest of its year says."""
    one = PublicReport.objects.filter(ref=ref).first()
    if one is None:
        return None
    newest = PublicReport.objects.filter(body_ref=one.body_ref, year=one.year).order_by("-version").first() or one
    title = f"{one.body_name}{one.title}"
    return PublicThing(ThingKind.REPORT, ref, title[:LONGEST], one.body_ref, one.body_name, newest.digest, title)


def _flowchart(ref: str) -> PublicThing | None:
    one = PublicFlowchart.objects.filter(ref=ref).first()
    if one is None:
        return None
    return PublicThing(
        ThingKind.FLOWCHART, ref, one.title, one.body_ref, one.body_name, _mark([one.title, one.outline]), one.title
    )


def _body(ref: str) -> PublicThing | None:
    one = PublicBody.objects.filter(ref=ref).first()
    if one is None:
        return None
    mark = _mark([one.name, one.columns, one.entrustments])
    return PublicThing(ThingKind.BODY, ref, f"{one.name}公示信息"[:LONGEST], ref, one.name, mark, f"{one.name}公示信息")


def _mark(says: Any) -> str:
    return hashlib.sha256(json.dumps(says, ensure_ascii=False, sort_keys=True, default=str).encode()).hexdigest()


LOOK: tuple[Callable[[str], PublicThing | None], ...] = (
    _notice, _list, _officer, _report, _guide, _flowchart, _body,
)  # fmt: skip
