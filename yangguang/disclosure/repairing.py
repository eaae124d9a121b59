"""An application for credit repair as it stands today: its conditions, and until when it is to be decided."""

from __future__ import annotations

from datetime import date

from yangguang.base import calendars, local_values
from yangguang.disclosure.decided import fulfilment_of
from yangguang.disclosure.models import CreditRepair
from yangguang.disclosure.rules.repair import Condition, conditions_of, decide_by
from yangguang.kernel import clock

DAYS = "credit_repair_workdays"


def conditions(repair: CreditRepair, on: date, *, proof: str | None = None) -> tuple[Condition, ...]:
    """Every condition of the clause, asked of the case as it is known now."""
    publication = repair.publication
    return conditions_of(
        grade=publication.term_grade, repair_from=publication.repair_from, on=on,
        fulfilment=fulfilment_of(publication), proof=repair.proof if proof is None else proof,
        commitment=repair.commitment,
    )  # fmt: skip


def due_of(repair: CreditRepair) -> date | None:
    """The last day to decide, by what the body had set on the day it was received, or else by what is in force today, which is
    what lets it be examined; None while the body has not set how many days it takes, which keeps it from being decided.
    """
    received_on = repair.received_at.astimezone(clock.BEIJING).date()
    chain = repair.publication.body.public_id
    found = local_values.find(DAYS, chain=chain, on=received_on) or local_values.find(
        DAYS, chain=chain, on=clock.today()
    )
    if found is None:
        return None
    return decide_by(received_on=received_on, workdays=int(found.value), calendar=calendars.in_force()).day
