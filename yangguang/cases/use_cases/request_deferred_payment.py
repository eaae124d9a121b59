"""Record that a party asks to pay a fine later or in parts (P43)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base.models import Blob
from yangguang.cases.informants import keep_secret
from yangguang.cases.models import Decision, Deferral
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._execution import locked_execution, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "APL-2021:66.2"


@transaction.atomic
def request_deferred_payment(
    *, decision: Decision, grounds: str, requested_on: date, actor: Account, at: Moment, proof: Blob | None = None
) -> Deferral:
    """What is asked and why; what was added for paying late until then stays (P43)."""
    row = locked_execution(decision)
    if row.decision.deferrals.filter(granted=None).exists():
        raise Refused("已有一份申请等候答复。", CLAUSE, remedy="请先由机关负责人答复。")
    served = row.decision.served_on
    if requested_on > at.day or (served and requested_on < served):
        raise Refused("申请日期应当在收到决定书以后，不晚于登记。", CLAUSE, field="requested_on", remedy="请核对日期。")
    words = worded(grounds, label="申请理由", field="grounds", most=1000)
    keep_secret(row.case, {"grounds": words})
    taken = step_taken(row, "request_deferred_payment", actor=actor, at=at)
    asked = Deferral.objects.create(decision=row.decision, requested_on=requested_on, grounds=words, proof=proof)
    told(taken, row, f"{requested_on:%Y-%m-%d}申请", actor=actor, at=at)
    return asked
