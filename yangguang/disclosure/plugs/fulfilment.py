"""A payment, a service, a check of fulfilment: what became of a published decision reaches its copy."""

from __future__ import annotations

from typing import Any

from yangguang.base.events import SYSTEM
from yangguang.base.outbox import listener
from yangguang.cases.events.deciding import FineOverdue, PaymentRecorded
from yangguang.cases.events.fulfilling import ExecutionMoved
from yangguang.cases.events.hearing_parties import DocumentServed
from yangguang.cases.events.summary import DecisionDelivered, FineCollectedOnTheSpot
from yangguang.cases.events.wages import DispositionMoved, DispositionServed
from yangguang.disclosure.models import Publication
from yangguang.disclosure.models.publication import STANDING
from yangguang.disclosure.use_cases.update_fulfilment import update_fulfilment
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

CHANGES = (
    DecisionDelivered, FineCollectedOnTheSpot, PaymentRecorded, FineOverdue, DocumentServed, DispositionMoved, DispositionServed,
    ExecutionMoved,
)  # fmt: skip


@listener(*CHANGES, name="disclosure.fulfilment")
def fulfilment_changed(entry: Any) -> None:
    """Every standing publication of the case says what is known now; nothing is told twice."""
    case_ref = entry.file_ref or entry.subject_ref
    standing = Publication.objects.filter(case__public_id=case_ref, status__in=STANDING).order_by("pk")
    for publication_id in standing.values_list("pk", flat=True):
        update_fulfilment(publication_id=publication_id, actor=SYSTEM, at=Moment(entry.occurred_at, clock.now()))
