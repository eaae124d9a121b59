"""Major labour violations reach the public store quarter by quarter, and change there when they are corrected or end."""

from __future__ import annotations

from typing import Any

from yangguang.base.outbox import listener
from yangguang.bulletin.api import put_list
from yangguang.cases.api import public_major_violations
from yangguang.cases.events.major_violations import MajorViolationPublished, MajorViolationTakenBack
from yangguang.directory.api import Body
from yangguang.kernel import clock

KIND = "major_labour_violations"


@listener(MajorViolationPublished, MajorViolationTakenBack, name="disclosure.major_violations")
def violations_changed(entry: Any) -> None:
    """The whole list of the quarter as it stands now; sent twice, it is kept once."""
    body, told = Body.objects.get(public_id=entry.chain), public_major_violations(entry.facts["violation_ref"])
    put_list(
        told["ref"], list_kind=KIND, list_label=told["title"], body_ref=body.public_id, body_name=body.name,
        title=f"{told['title']}（{told['batch']}）", columns=told["columns"], rows=told["rows"],
        in_force_from=told["since"], on=clock.legal_day(entry.occurred_at),
    )  # fmt: skip
