"""Record what a party says to a demand, and what came of looking into it (ACL-2011:36)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.informants import keep_secret
from yangguang.cases.models import Decision, Execution
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._execution import locked_execution, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@transaction.atomic
def record_answer_to_demand(*, decision: Decision, answer: str, review: str, actor: Account, at: Moment) -> Execution:
    """The statement goes to the court with the application."""
    row = locked_execution(decision)
    said = {
        "answer": worded(answer, label="当事人的意见", field="answer", most=2000),
        "review": worded(review, label="复核意见", field="review", most=2000),
    }
    keep_secret(row.case, said)
    taken = step_taken(row, "record_answer_to_demand", actor=actor, at=at)
    row.answer, row.answer_reviewed = said["answer"], said["review"]
    row.save()
    told(taken, row, "已经复核", actor=actor, at=at)
    return row
