"""What approving and signing an agreement on the execution of a fine have in common."""

from __future__ import annotations

from datetime import date

from yangguang.cases.agreements import owed_of
from yangguang.cases.models import ExecutionAgreement
from yangguang.cases.rules.execution_agreement import agreement_fault
from yangguang.cases.rules.instalments import Instalment
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "ACL-2011:42.1"


def parts_of_agreement(agreement: ExecutionAgreement) -> list[Instalment]:
    """The parts as they were written down."""
    return [Instalment(date.fromisoformat(one["due_on"]), int(one["fen"])) for one in agreement.instalments]


def holds_still(agreement: ExecutionAgreement, at: Moment) -> None:
    """What it says still fits what is owed. Raises Refused where something was paid or a day has passed meanwhile."""
    fault = agreement_fault(
        parts_of_agreement(agreement), owed=owed_of(agreement.execution, on=at.day), remitted_fen=agreement.remitted_fen,
        measures=agreement.measures, on=at.day,
    )  # fmt: skip
    if fault:
        raise Refused(f"拟订以后情况有了变化：{fault.reason}", CLAUSE, remedy="请放弃这份协议，重新拟订。")
