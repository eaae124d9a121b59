"""Refuse to approve an urgent measure: it is released at once (M06)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.models import CoerciveMeasure, ReleaseGround
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line
from yangguang.cases.use_cases._releasing import released
from yangguang.cases.use_cases.approve_coercive_measure import only_the_head
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@transaction.atomic
def refuse_after_the_fact(*, measure: CoerciveMeasure, reason: str, actor: Account, at: Moment) -> CoerciveMeasure:
    """The refusal is the release: its paper is made and the owner told to come for every thing. The case goes on."""
    line = locked_line(measure)
    only_the_head(line, actor)
    line.refusal_reason = worded(reason, label="不予补批的理由", field="opinion", most=400)
    return released(
        line, "refuse_after_the_fact", ground=ReleaseGround.OTHER, note=f"不予补办批准：{line.refusal_reason}", ways={},
        actor=actor, at=at,
    )  # fmt: skip
