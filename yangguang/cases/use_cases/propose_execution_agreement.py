"""Draw up an agreement on the execution of a fine with its party (U08)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.cases.agreements import owed_of, waiting_agreement
from yangguang.cases.informants import keep_secret
from yangguang.cases.models import Decision, ExecutionAgreement
from yangguang.cases.rules.execution_agreement import agreement_fault
from yangguang.cases.rules.instalments import Instalment
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._execution import locked_execution, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

CLAUSE = "ACL-2011:42.1"


@transaction.atomic
def propose_execution_agreement(
    *, decision: Decision, plan: Sequence[Instalment], harms: bool, harmless: str, actor: Account, at: Moment,
    measures: str = "", remitted_fen: int = 0,
) -> ExecutionAgreement:  # fmt: skip
    """`harms`: whether the public or anybody else would suffer. What waits to be approved or signed is answered first."""
    row = locked_execution(decision)
    words = {
        "harmless": worded(harmless, label="不损害的理由", field="harmless", most=1000),
        "measures": clean(measures, label="补救措施", field="measures", most=1000),
    }
    keep_secret(row.case, words)
    taken = step_taken(row, "propose_execution_agreement", actor=actor, at=at, given={"harms": harms})
    if waiting_agreement(row):
        raise Refused("已有一份执行协议等候批准或者签订。", CLAUSE, remedy="请先签订或者放弃那一份协议。")
    owed = owed_of(row, on=at.day)
    if fault := agreement_fault(plan, owed=owed, remitted_fen=remitted_fen, measures=words["measures"], on=at.day):
        raise Refused(fault.reason, CLAUSE, field=fault.field, remedy=fault.remedy)
    found = ExecutionAgreement.objects.create(
        execution=row, instalments=[{"due_on": one.due_on.isoformat(), "fen": one.fen} for one in plan],
        remitted_fen=remitted_fen, proposed_on=at.day, proposed_by_name=actor.name, **words,
    )  # fmt: skip
    less = f"，减免加处罚款{in_figures(remitted_fen)}元" if remitted_fen else ""
    told(taken, row, f"{len(plan)}期，至{plan[-1].due_on:%Y-%m-%d}{less}", actor=actor, at=at)
    return found
