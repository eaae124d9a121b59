"""Refuse, with reasons, that a fine be paid later or in parts (P45)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.kinds.execution.documents import fulfilment_papers
from yangguang.cases.models import Decision, Deferral
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._execution import locked_execution, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import make_document


@transaction.atomic
def refuse_deferred_payment(*, decision: Decision, reason: str, actor: Account, at: Moment) -> Deferral:
    """The term stays as it is; the party gets the reasons in writing."""
    row = locked_execution(decision)
    asked = row.decision.deferrals.select_for_update(of=("self",)).filter(granted=None).order_by("-pk").first()
    words = worded(reason, label="不批准的理由", field="reason", most=1000)
    taken = step_taken(row, "refuse_deferred_payment", actor=actor, at=at, given={"deferral": asked})
    assert asked is not None  # the gate asked for it
    asked.granted, asked.decided_on, asked.decided_by_name, asked.reason = False, at.day, actor.name, words
    asked.save()
    make_document(
        kind="deferral_refusal", title="不予延期（分期）缴纳罚款通知书", number_kind="监缓", body=row.case.body,
        file_ref=row.case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=fulfilment_papers.deferral_refusal(
            row.case, number=row.decision.number, to=fulfilment_papers.whom_of(row.decision), reason=words, on=at.day
        ),
    )  # fmt: skip
    told(taken, row, words, actor=actor, at=at)
    return asked
