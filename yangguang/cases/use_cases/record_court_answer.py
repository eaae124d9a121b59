"""Record what the court answered to an application: acceptance, ruling, execution, its end (T04, T06, T07)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.models import Decision, Execution
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._execution import locked_execution, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

ANSWERS = {
    "record_acceptance": "受理", "record_non_acceptance": "裁定不予受理", "record_ruling": "裁定准予执行",
    "record_refusing_ruling": "裁定不准予执行", "record_court_execution": "已经开始执行", "record_end_at_court": "裁定终结执行",
}  # fmt: skip


@transaction.atomic
def record_court_answer(*, decision: Decision, answer: str, paper: str, actor: Account, at: Moment) -> Execution:
    """The day of the act is the day the court's paper came in: the fifteen days for the higher court run from it."""
    row = locked_execution(decision)
    if answer not in ANSWERS:
        raise Refused("请选择法院的答复。", "ACL-2011:56.1", field="answer")
    words = worded(paper, label="法院文书", field="paper", most=200)
    taken = step_taken(row, answer, actor=actor, at=at)
    row.court_paper, row.court_paper_on = words, at.day
    row.save()
    told(taken, row, words, actor=actor, at=at)
    return row
