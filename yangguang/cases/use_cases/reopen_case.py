"""Take a closed or archived case up again because its decision has fallen (V11). What was archived stays untouched."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.remaking import CaseReopened
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, DecisionStatus
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.standing import has_decision
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "APL-2021:75.2"
TITLE = "重新启动案件审批表"


@transaction.atomic
def reopen_case(
    *, case_id: int, paper: str, reason: str, actor: Account, at: Moment, seen_version: int | None = None
) -> Case:
    """Raises Refused where no decision of the case has fallen: a closed case is not opened on second thoughts."""
    case = lock_case(case_id, seen_version=seen_version)
    told = {
        "paper": worded(paper, label="新的法律文书", field="paper", most=200),
        "reason": worded(reason, label="理由", field="reason", most=1000),
    }
    keep_secret(case, told)
    fallen = case.decisions.filter(status=DecisionStatus.ANNULLED).order_by("-pk").first()
    if fallen is None or has_decision(case):
        raise Refused("没有重新启动的依据。", CLAUSE, remedy="请先登记使决定失去效力的复议决定、裁判，或者撤销决定。")
    taken = take(Taking(FLOWS["penalty"], case, "reopen_case", actor, at))
    rows = [("失效的决定", fallen.number), ("依据的文书", told["paper"]), ("理由", told["reason"])]
    make_document(
        kind="reopening_approval", title=TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor,
        at=at, sheet=short_form.sheet(case, title=TITLE, rows=rows, dated_on=at.day), volume="side",
    )  # fmt: skip
    announce(taken, CaseReopened(told["paper"], told["reason"]), actor=actor, at=at)
    return case
