"""What happens after an act: each listener gets each event at least once, after commit, and no event is ever dropped."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.db import transaction
from django.db.models import F, Q

from yangguang.base.models.delivery import Delivery
from yangguang.kernel import clock

LEASE = timedelta(minutes=5)
PATIENT_AT_ONCE = 5  # then whatever came meanwhile goes first
PAUSES = (2, 10, 60, 300, 1800, 3600)  # seconds before the next try; the last one repeats for ever

Listener = Callable[[Any], None]
_listeners: dict[str, list[tuple[str, Listener]]] = {}
_patient: set[str] = set()


def listener(*events: type, name: str, patient: bool = False) -> Callable[[Listener], Listener]:
    """Register a function that is given the ledger entry of each of these events. It must bear being called twice.

    What a patient one does takes long and nobody waits for it: it comes after all the others, however old its event.
    """

    def register(function: Listener) -> Listener:
        if patient:
            _patient.add(name)
        for event in events:
            registered = _listeners.setdefault(event.__name__, [])
            if name not in [known for known, _ in registered]:
                registered.append((name, function))
        return function

    return register


def queue(entry: Any) -> None:
    """Write one delivery row for each listener, in the act's transaction."""
    for name, _ in _listeners.get(entry.event, ()):
        Delivery.objects.create(entry=entry, listener=name, next_try_at=entry.recorded_at)


def deliver_due(limit: int = 50, *, to: str = "") -> int:
    """Deliver what is due and return how many were done. Several processes may run this at once.

    `to` is how the listeners' names begin: only theirs.
    """
    done = 0
    for delivery_id in _due_ids(limit, to):
        delivery = _claim(delivery_id)
        if delivery is not None:
            done += _deliver(delivery)
    return done


def deliver_all(*, to: str = "") -> int:
    """Deliver until nothing is due: for the demo, the tests and drills."""
    total = 0
    while _due_ids(1, to):
        total += deliver_due(200, to=to)
    return total


def _due_ids(limit: int, to: str) -> list[int]:
    now = clock.now()
    due = Delivery.objects.filter(done_at=None, next_try_at__lte=now, listener__startswith=to).filter(
        Q(leased_until=None) | Q(leased_until__lt=now)
    )
    ids = due.order_by("entry_id", "id").values_list("id", flat=True)
    return list(ids.exclude(listener__in=_patient)[:limit]) or list(ids[: min(limit, PATIENT_AT_ONCE)])


def _claim(delivery_id: int) -> Delivery | None:
    now = clock.now()
    free = Delivery.objects.filter(pk=delivery_id, done_at=None).filter(Q(leased_until=None) | Q(leased_until__lt=now))
    if not free.update(leased_until=now + LEASE, attempts=F("attempts") + 1):
        return None
    return Delivery.objects.select_related("entry").get(pk=delivery_id)


def _deliver(delivery: Delivery) -> int:
    function = dict(_listeners.get(delivery.entry.event, ())).get(delivery.listener)
    try:
        if function is None:
            raise LookupError(f"no listener named {delivery.listener}")
        with transaction.atomic():
            function(delivery.entry)
            delivery.done_at, delivery.leased_until, delivery.last_error = clock.now(), None, ""
            delivery.save(update_fields=["done_at", "leased_until", "last_error"])
        return 1
    except Exception:  # whatever went wrong, the event stays and is tried again
        pause = PAUSES[min(delivery.attempts, len(PAUSES)) - 1]
        delivery.done_at = None
        delivery.leased_until = None
        delivery.next_try_at = clock.now() + timedelta(seconds=pause)
        delivery.last_error = traceback.format_exc()[-4000:]
        delivery.save(update_fields=["done_at", "leased_until", "next_try_at", "last_error"])
        return 0
