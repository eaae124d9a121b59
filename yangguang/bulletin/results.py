"""Results of enforcement and their fulfilment (D14): standing decisions by what became of them."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from yangguang.bulletin.models import Notice
from yangguang.bulletin.queries import standing_notices
from yangguang.bulletin.rules.fulfilment import STATES, state_of

NOT_SAID = "尚未标明"  # not served yet, or nobody keeps account of it


def by_state(state: str) -> QuerySet[Notice]:
    """Standing decisions in a state, newest first; every one for any other word."""
    if state in STATES:
        return standing_notices().filter(fulfilment__startswith=state)
    if state == NOT_SAID:
        said = Q()
        for one in STATES:
            said |= Q(fulfilment__startswith=one)
        return standing_notices().exclude(said)
    return standing_notices()


def counts() -> dict[str, int]:
    """How many stand in each state, the last being those whose copy does not say; one question for all."""
    asked = {f"n{place}": Count("pk", filter=Q(fulfilment__startswith=state)) for place, state in enumerate(STATES)}
    found = standing_notices().order_by().aggregate(every=Count("pk"), **asked)
    told = {state: int(found[f"n{place}"]) for place, state in enumerate(STATES)}
    return told | {NOT_SAID: int(found["every"]) - sum(told.values())}


__all__ = ["NOT_SAID", "STATES", "by_state", "counts", "state_of"]
