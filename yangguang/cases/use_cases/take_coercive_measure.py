"""Take an approved sealing-up or seizure (M03)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.cases.models import CoerciveMeasure
from yangguang.cases.rules.inventory import ItemEntry, OnTheSpot
from yangguang.cases.use_cases._lines import locked_line
from yangguang.cases.use_cases._measure_taking import taken_on_the_spot
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment


@transaction.atomic
def take_coercive_measure(
    *, measure: CoerciveMeasure, items: Sequence[ItemEntry], spot: OnTheSpot, actor: Account, at: Moment,
    officers: Sequence[Officer] = (),
) -> CoerciveMeasure:  # fmt: skip
    """Two officers, the party called, told and heard, everything listed and handed over; thirty days run."""
    line = locked_line(measure)
    return taken_on_the_spot(
        line, "take_coercive_measure", items=items, spot=spot, officers=officers, actor=actor, at=at
    )
