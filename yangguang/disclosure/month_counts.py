"""What a month comes to, body by body: the entries of the public log, and beside them what was listed and what was withheld."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from yangguang.base.models import Delivery, LedgerEntry, LogLeaf
from yangguang.base.tlog import months
from yangguang.directory.api import Body
from yangguang.disclosure.events import DecisionWithheld, PublicationScheduled
from yangguang.disclosure.events.log import MonthCounted
from yangguang.disclosure.models import WithholdingGround

LISTENERS = "public_log"  # how the names of those end that say something in the log


def counts_of(month: str) -> dict[str, Any]:
    """The counts of a month as the public reads them."""
    bodies = by_body(month)
    names = dict(Body.objects.filter(public_id__in=bodies).order_by("pk").values_list("public_id", "name"))
    order = sorted(bodies, key=lambda ref: (names.get(ref, ""), ref))
    rows = [{"ref": ref, "name": names.get(ref, ""), **bodies[ref]} for ref in order]
    columns = [*months.COLUMNS, *months.BESIDE]
    totals = {name: sum(one.get(name, 0) for one in bodies.values()) for name in columns}
    return {"v": months.FORM, "month": month, "bodies": rows, "totals": totals}


def by_body(month: str) -> dict[str, dict[str, int]]:
    """Each body's counts that are not none, by its public id."""
    begin, end = months.begin_of(month), months.begin_of(months.after(month))
    found: dict[str, Counter[str]] = {}
    said = LogLeaf.objects.filter(told_at__gte=begin, told_at__lt=end).order_by("pk")
    first = dict(LogLeaf.objects.filter(version=1, obj__in=said.order_by().values("obj")).values_list("obj", "kind"))
    for body, obj, kind, ground in said.values_list("entry__chain", "obj", "kind", "ground"):
        if column := months.column_of(first[obj], kind, ground):
            found.setdefault(body, Counter())[column] += 1
    for body, event, facts in _beside(begin, end).values_list("chain", "event", "facts"):
        if facts.get("ground") != WithholdingGround.NO_LONGER_STANDS:
            column = "listed" if event == PublicationScheduled.__name__ else "withheld"
            found.setdefault(body, Counter())[column] += 1
    return {body: dict(counts) for body, counts in found.items()}


def counted_months() -> set[str]:
    """The months that were counted."""
    return set(_counted().values_list("subject_ref", flat=True))


def content_of(month: str) -> dict[str, Any] | None:
    """What was made public of a month, as the ledger has it; None before it was counted."""
    entry = _counted().filter(subject_ref=month).first()
    return entry.facts["content"] if entry else None


def _counted() -> QuerySet[LedgerEntry]:
    return LedgerEntry.objects.filter(subject_kind="log_month", event=MonthCounted.__name__).order_by("pk")


def first_month() -> str:
    """The month of the log's first entry; empty before there is one."""
    first = LogLeaf.objects.order_by("told_at").values_list("told_at", flat=True).first()
    return months.month_of(first) if first else ""


def is_on_its_way(until: datetime) -> bool:
    """Whether something that happened before an instant waits to be said in the log."""
    waiting = Delivery.objects.filter(done_at=None, listener__endswith=LISTENERS)
    return waiting.filter(entry__recorded_at__lt=until).exists()


def _beside(begin: datetime, end: datetime) -> QuerySet[LedgerEntry]:
    told = LedgerEntry.objects.filter(event__in=(PublicationScheduled.__name__, DecisionWithheld.__name__))
    return told.filter(recorded_at__gte=begin, recorded_at__lt=end).order_by("pk")
