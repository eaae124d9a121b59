"""A payment, a service, a check of fulfilment, a day that passed: what became of a published decision reaches its copy."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import QuerySet

from yangguang.base.events import SYSTEM
from yangguang.base.jobs import scheduled
from yangguang.base.outbox import listener
from yangguang.cases.api import fulfilments
from yangguang.cases.events.contesting import RemedyEnded, RemedyRecorded
from yangguang.cases.events.custody import ItemsConfiscated, ItemsHandedOver, MeasureMoved, MeasureReleased
from yangguang.cases.events.deciding import FineOverdue, PaymentRecorded
from yangguang.cases.events.fulfilling import AdditionalFinePaid, ExecutionMoved, PenaltyCarriedOut
from yangguang.cases.events.hearing_parties import DocumentServed
from yangguang.cases.events.remaking import AlterationFell, DecisionAltered
from yangguang.cases.events.summary import DecisionDelivered, FineCollectedOnTheSpot
from yangguang.cases.events.wages import DispositionMoved, DispositionServed, WagesPaid
from yangguang.disclosure.decided import fulfilment_of
from yangguang.disclosure.models import Publication
from yangguang.disclosure.models.publication import STANDING
from yangguang.disclosure.queries import shown_version
from yangguang.disclosure.use_cases.update_fulfilment import update_fulfilment
from yangguang.kernel.moment import Moment

BATCH = 500
CHANGES = (
    DecisionDelivered, FineCollectedOnTheSpot, PaymentRecorded, FineOverdue, DocumentServed, DispositionMoved, DispositionServed,
    ExecutionMoved, AdditionalFinePaid, PenaltyCarriedOut, WagesPaid, ItemsConfiscated, DecisionAltered, AlterationFell,
    MeasureMoved, MeasureReleased, ItemsHandedOver, RemedyRecorded, RemedyEnded,
)  # fmt: skip


@listener(*CHANGES, name="disclosure.fulfilment")
def fulfilment_changed(entry: Any) -> None:
    """Every standing publication of the case says what is known now; nothing is told twice."""
    case_ref = entry.file_ref or entry.subject_ref
    standing = Publication.objects.filter(case__public_id=case_ref, status__in=STANDING).order_by("pk")
    for publication_id in standing.values_list("pk", flat=True):
        update_fulfilment(publication_id=publication_id, actor=SYSTEM, at=Moment.now())


@scheduled("disclosure.fulfilment_days", title="履行期限已过的公示信息", every=timedelta(hours=1))
def days_passed() -> int:
    """No copy says that time is left when it is over; how many changed."""
    running = Publication.objects.filter(
        status__in=STANDING, versions__copy__fulfilment__startswith=fulfilments.RUNNING
    )
    return _brought_up_to_date(running.distinct())


@scheduled("disclosure.fulfilment_rules", title="核对公示信息的履行情况", every=timedelta(days=1))
def words_of_today() -> int:
    """No copy keeps what an older rule said of it, though nothing happens in its case any more; how many changed."""
    return _brought_up_to_date(Publication.objects.filter(status__in=STANDING))


def _brought_up_to_date(rows: QuerySet[Publication]) -> int:
    stale = [
        one.pk
        for one in rows.select_related("decision", "paper", "under").order_by("pk").iterator(chunk_size=BATCH)
        if (version := shown_version(one)) and version.copy["fulfilment"] != fulfilment_of(one)
    ]
    for publication_id in stale:
        update_fulfilment(publication_id=publication_id, actor=SYSTEM, at=Moment.now())
    return len(stale)
