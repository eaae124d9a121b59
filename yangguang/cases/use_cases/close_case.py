"""Close a case when nothing is left to do."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.models import Approval
from yangguang.cases.events.deciding import CaseClosed
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Case, Clock, Closing, ClosingGround
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

TITLE = "结案报告"
CLAUSE = "ENV-2010:67"


@transaction.atomic
def close_case(
    *, case_id: int, ground: str, summary: str, actor: Account, at: Moment, recording_note: str = "",
    approval: Approval | None = None, seen_version: int | None = None,
) -> Case:  # fmt: skip
    """Every clock stops. Raises Refused while something is open, or when the ground does not fit what was decided."""
    case = lock_case(case_id, seen_version=seen_version)
    if ground not in ClosingGround.values or not summary.strip():
        raise Refused("请选择结案情形并写明说明。", CLAUSE, field="summary")
    given = {"recording_note": recording_note}
    taken = take(Taking(main_flow(case), case, "close_case", actor, at, given))
    case.closed_on = at.day
    case.save(update_fields=["closed_on"])
    Clock.objects.filter(case=case, stopped_on=None).update(stopped_on=at.day, stop_event="结案")
    label = ClosingGround(ground).label
    rows = [("结案情形", label), ("说明", summary.strip()), ("音像记录说明", recording_note.strip() or "齐全")]
    document = make_document(
        kind="closing_report", title=TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor,
        sheet=short_form.sheet(case, title=TITLE, rows=rows, dated_on=at.day, approval=approval), at=at,
        volume="side",
    )  # fmt: skip
    Closing.objects.update_or_create(case=case, defaults={  # of a reopened case: the earlier one keeps its paper
        "ground": ground, "summary": summary.strip(), "recording_note": recording_note.strip(), "closed_on": at.day,
        "approved_by_name": actor.name, "document": document,
    })  # fmt: skip
    announce(taken, CaseClosed(label), actor=actor, at=at)
    return case
