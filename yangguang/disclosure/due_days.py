"""Until when publications are to be taken back, worked out again when a calendar year becomes known."""

from __future__ import annotations

from yangguang.base import calendars
from yangguang.disclosure.models import Publication
from yangguang.disclosure.models.publication import STANDING
from yangguang.disclosure.rules.terms import withdraw_by


def recompute_withdrawals() -> int:
    """Every standing publication with a ground: its last day anew; returns how many moved."""
    changed, calendar = 0, calendars.in_force()
    for publication in Publication.objects.filter(status__in=STANDING):
        received_on = publication.ground_received_on
        day = withdraw_by(received_on=received_on, calendar=calendar).day if received_on else None
        if day is not None and publication.withdraw_by != day:
            publication.withdraw_by = day
            publication.save(update_fields=["withdraw_by"])
            changed += 1
    return changed
