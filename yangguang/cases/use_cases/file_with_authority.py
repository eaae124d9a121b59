"""File a penalty on the spot with the authority of the officers (S09)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.summary import PenaltyFiled
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.models import OnTheSpotPenalty
from yangguang.cases.use_cases._on_the_spot import locked_scene, stepped, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "APL-2021:52.3"
TITLE = "当场处罚备案联"


@transaction.atomic
def file_with_authority(
    *,
    case_id: int,
    filed_with: str,
    actor: Account,
    at: Moment,
    overdue_reason: str = "",
    seen_version: int | None = None,
) -> OnTheSpotPenalty:
    """Who received it, and when. A late one says why."""
    case, scene = locked_scene(case_id, seen_version=seen_version)
    if not filed_with.strip():
        raise Refused("请填写接收人。", CLAUSE, field="filed_with")
    taken = stepped(case, "file_with_authority", actor=actor, at=at, overdue_reason=overdue_reason)
    scene.filed_on, scene.filed_with_name = at.day, filed_with.strip()
    scene.save(update_fields=["filed_on", "filed_with_name"])
    decision = case.decisions.exclude(status="voided").order_by("-pk").first()
    rows = [("决定书", decision.number if decision else ""), ("报备人", actor.name), ("接收人", scene.filed_with_name)]
    make_document(
        kind="filing_slip", title=TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=short_form.sheet(case, title=TITLE, rows=rows, dated_on=at.day), volume="side",
    )  # fmt: skip
    told(taken, PenaltyFiled(scene.filed_with_name, at.day), actor=actor, at=at)
    return scene
