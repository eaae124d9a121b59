"""Refused acts get a receipt number, outside the transaction that was rolled back."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.db.models import Max

from yangguang.base.events import Actor
from yangguang.base.models.attempt import RefusedAttempt
from yangguang.base.models.ledger import LedgerHead
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused

COUNTER = "attempts"


@transaction.atomic
def log(refusal: Refused, *, actor: Actor, page: str, address: str) -> RefusedAttempt:
    """Keep one refused act and give it today's next receipt number."""
    LedgerHead.objects.get_or_create(chain=COUNTER)
    LedgerHead.objects.select_for_update().get(chain=COUNTER)
    day = clock.today()
    highest: dict[str, Any] = RefusedAttempt.objects.filter(day=day).aggregate(top=Max("number"))
    return RefusedAttempt.objects.create(
        day=day,
        number=(highest["top"] or 0) + 1,
        account_ref=actor.actor_ref,
        account_name=actor.actor_name,
        page=page,
        address=address[:300],
        reasons=[{"reason": refusal.reason, "clauses": list(refusal.clauses)}]
        + [{"reason": v.reason, "clauses": list(v.clauses)} for v in refusal.verdicts if not v.holds],
        attempted_at=clock.now(),
    )
