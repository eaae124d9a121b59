"""Take a measure at once in an emergency; it is reported and approved within the day, or released (M04)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.cases.models import Case, CoerciveMeasure, Party
from yangguang.cases.rules.inventory import ItemEntry, OnTheSpot
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._measure_taking import taken_on_the_spot
from yangguang.cases.use_cases.request_coercive_measure import drawn_up
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def take_measure_urgently(
    *, case: Case, party: Party, kind: str, matter_code: str, objects_named: str, reason: str, urgent_reason: str,
    items: Sequence[ItemEntry], spot: OnTheSpot, actor: Account, at: Moment, officers: Sequence[Officer] = (),
) -> CoerciveMeasure:  # fmt: skip
    """Everything of the spot, and why it could not wait. The hours run through nights and rest days."""
    if not urgent_reason.strip():
        raise Refused(
            "未写明情况紧急的事由。", "ACL-2011:19", field="urgent_reason", remedy="请写明为什么来不及先报批。"
        )
    line = drawn_up(
        case=case, party=party, kind=kind, matter_code=matter_code, objects_named=objects_named, reason=reason, at=at
    )
    line.urgent_reason = worded(urgent_reason, label="情况紧急的事由", field="urgent_reason", most=400)
    line.save()
    return taken_on_the_spot(
        line, "take_measure_urgently", items=items, spot=spot, officers=officers, actor=actor, at=at
    )
