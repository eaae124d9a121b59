"""Put on record that a party objects to what was published (G04)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.major_violations import MajorViolationMoved
from yangguang.cases.informants import keep_secret
from yangguang.cases.models import MajorViolation
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment

CLAUSE = "MVP-2016:10"


@transaction.atomic
def object_to_major_publication(
    *, violation: MajorViolation, objection: str, actor: Account, at: Moment
) -> MajorViolation:
    """Fifteen working days to look again run from the day it came in."""
    line = locked_line(violation)
    words = worded(objection, label="异议", field="objection", most=4000)
    keep_secret(line.case, {"objection": words})
    taken = step_taken(line, "object_to_major_publication", actor=actor, at=at)
    line.objection, line.objected_on, line.answer = words, at.day, ""
    line.save()
    told(taken, line, MajorViolationMoved("收到异议", words, (CLAUSE,)), actor=actor, at=at)
    return line
