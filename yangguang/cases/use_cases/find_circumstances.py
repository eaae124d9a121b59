"""Set down the circumstances that weigh, each with the evidence that shows it (APL-2021:30–34)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.cases.events.investigating import CircumstancesFound
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import FoundCircumstance
from yangguang.cases.use_cases._circumstances import Circumstance, replace_found, rows_told
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@transaction.atomic
def find_circumstances(
    *, case_id: int, found: Sequence[Circumstance], actor: Account, at: Moment, seen_version: int | None = None
) -> list[FoundCircumstance]:
    """Replace the circumstances held found. None at all is an answer too."""
    case = lock_case(case_id, seen_version=seen_version)
    rows = rows_told(case, found, at.day)
    taken = take(Taking(main_flow(case), case, "find_circumstances", actor, at))
    replace_found(case, rows, at.day)
    announce(taken, CircumstancesFound([row.name for row in rows]), actor=actor, at=at)
    return rows


__all__ = ["Circumstance", "find_circumstances"]
