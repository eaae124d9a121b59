"""Drop an agreement that is not going to be signed: the head does not approve, or the party does not agree (U08)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.agreements import waiting_agreement
from yangguang.cases.informants import keep_secret
from yangguang.cases.models import AgreementState, Decision, ExecutionAgreement
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._execution import locked_execution, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@transaction.atomic
def drop_execution_agreement(*, decision: Decision, reason: str, actor: Account, at: Moment) -> ExecutionAgreement:
    """Execution goes on as if nobody had talked."""
    row = locked_execution(decision)
    words = worded(reason, label="理由", field="reason", most=1000)
    keep_secret(row.case, {"reason": words})
    taken = step_taken(row, "drop_execution_agreement", actor=actor, at=at)
    found = waiting_agreement(row)
    assert found is not None  # the gate asked for it
    found.state, found.drop_reason = AgreementState.DROPPED, words
    found.save(update_fields=["state", "drop_reason"])
    told(taken, row, words, actor=actor, at=at)
    return found
