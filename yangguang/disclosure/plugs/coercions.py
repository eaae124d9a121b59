"""A measure is taken, a fine added to, an execution ordered: its publication is due. One that was unfounded goes again."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from yangguang.base.events import SYSTEM
from yangguang.base.jobs import scheduled
from yangguang.base.outbox import listener
from yangguang.cases.api import coercing
from yangguang.cases.events.custody import CoerciveMeasureTaken, MeasureReleased
from yangguang.cases.events.fulfilling import ExecutionMoved
from yangguang.disclosure.decided import coercion
from yangguang.disclosure.models import Publication, WithdrawalGround
from yangguang.disclosure.plugs.taking_back import take_back
from yangguang.disclosure.use_cases.schedule_coercion import schedule_coercion
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records.api import Document


@listener(CoerciveMeasureTaken, ExecutionMoved, name="disclosure.schedule_coercion")
def schedule(entry: Any) -> None:
    """List the paper as to be published, where the act made one that is a decision of its own."""
    if ref := entry.facts.get("paper_ref"):
        paper = Document.objects.get(public_id=ref)
        schedule_coercion(paper=paper, actor=SYSTEM, at=Moment(entry.occurred_at, clock.now()))


@listener(MeasureReleased, name="disclosure.measure_released")
def measure_released(entry: Any) -> None:
    """Start the clock of withdrawal where it should not have been taken, or strike it from the list; a measure that did its
    work stays as it was decided.

    Raises LookupError while it is not on the list yet: the outbox comes back.
    """
    ref = coercing.paper_of_measure(entry.subject_ref)
    publication = Publication.objects.filter(paper__public_id=ref).select_related("paper", "under").first()
    if publication is None:
        raise LookupError(f"the measure {entry.subject_ref} is not on the list of publications yet")
    if words := coercion(publication).fell:
        at = Moment(entry.occurred_at, clock.now())
        told = f"{entry.facts['number']}：{words}"
        take_back(publication, told, WithdrawalGround.LIFTED, received_on=at.day, at=at)


@scheduled("disclosure.coercions", title="补列尚未列入公开的行政强制决定", every=timedelta(days=1))
def list_what_is_missing() -> int:
    """Measures and executions decided before they were listed by themselves; how many."""
    papers = coercing.papers_of_coercion().filter(publication=None)
    return len([schedule_coercion(paper=one, actor=SYSTEM, at=Moment.now()) for one in papers])
