"""What a month comes to, body by body: the entries of the public log, and beside them what was listed and what was withheld."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from yangguang.base.models import Delivery, LedgerEntry, LogLeaf
from yangguang.base.tlog import months
from yangguang.directory.api import Body
from yangguang.disclosure.events import DecisionWithheld, PublicationPublished, PublicationScheduled
from yangguang.disclosure.events.log import MonthCounted
from yangguang.disclosure.models import WithdrawalGround, WithholdingGround
from yangguang.disclosure.rules.standing import GROUNDS

BESIDE = tuple(one.__name__ for one in (PublicationScheduled, DecisionWithheld, PublicationPublished))
GROUND_WORDS = {
    **{one.value: words for one, words in GROUNDS.items()},
    **dict(WithdrawalGround.choices), **dict(WithholdingGround.choices),
}  # fmt: skip
LISTENERS = "public_log"  # how the names of those end that say something in the log


def counts_of(month: str) -> dict[str, Any]:
    """The counts of a month as the public reads them."""
    bodies = by_body(month)
    names = dict(Body.objects.filter(public_id__in=bodies).order_by("pk").values_list("public_id", "name"))
    order = sorted(bodies, key=lambda ref: (names.get(ref, ""), ref))
    rows = [{"ref": ref, "name": names.get(ref, ""), **bodies[ref]} for ref in order]
    grounds = {name: _label(name) for name in sorted({name for one in bodies.values() for name in one if ":" in name})}
    columns = [*months.COLUMNS, *months.BESIDE, *grounds]
    totals = {name: sum(one.get(name, 0) for one in bodies.values()) for name in columns}
    return {"v": months.FORM, "month": month, "bodies": rows, "totals": totals, "grounds": grounds}


def _label(name: str) -> str:
    """撤回（决定被依法撤销）: the column and the ground in words."""
    column, _, ground = name.partition(":")
    return f"{(months.COLUMNS | months.BESIDE)[column]}（{GROUND_WORDS.get(ground, ground)}）"


def by_body(month: str) -> dict[str, dict[str, int]]:
    """Each body's counts that are not none, by its public id."""
    begin, end = months.begin_of(month), months.begin_of(months.after(month))
    found: dict[str, Counter[str]] = {}
    said = LogLeaf.objects.filter(told_at__gte=begin, told_at__lt=end).order_by("pk")
    first = dict(LogLeaf.objects.filter(version=1, obj__in=said.order_by().values("obj")).values_list("obj", "kind"))
    for body, obj, kind, ground in said.values_list("entry__chain", "obj", "kind", "ground"):
        column = months.column_of(first[obj], kind, ground)
        for name in filter(None, (column, months.by_ground(column, ground))):
            found.setdefault(body, Counter())[name] += 1
    for body, event, facts in _beside(begin, end).values_list("chain", "event", "facts"):
        for name in _names_of(event, facts):
            found.setdefault(body, Counter())[name] += 1
    return {body: dict(counts) for body, counts in found.items()}


def _names_of(event: str, facts: dict[str, Any]) -> list[str]:
    """How a line of the ledger counts: listed, withheld and why, or public too late."""
    if event == PublicationPublished.__name__:
        return ["late"] if facts.get("late_reason") else []
    if event == PublicationScheduled.__name__:
        return ["listed"]
    ground = str(facts.get("ground") or "")
    return (
        []
        if ground == WithholdingGround.NO_LONGER_STANDS
        else ["withheld", *([f"withheld:{ground}"] if ground else [])]
    )


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
    told = LedgerEntry.objects.filter(event__in=BESIDE)
    return told.filter(recorded_at__gte=begin, recorded_at__lt=end).order_by("pk")
