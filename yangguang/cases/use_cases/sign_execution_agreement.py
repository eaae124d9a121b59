"""Record that both have signed an agreement on the execution of a fine (U08): its parts take the place of the term."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.models import Blob
from yangguang.cases.agreements import waiting_agreement
from yangguang.cases.models import AgreementState, Decision, Deferral, ExecutionAgreement
from yangguang.cases.owing import fine_now, parts_of
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._agreements import CLAUSE, holds_still, may_sign
from yangguang.cases.use_cases._execution import keep_court_window, locked_execution, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def sign_execution_agreement(
    *, decision: Decision, signed_as: str, signed_by: str, actor: Account, at: Moment, signed_copy: Blob | None = None
) -> ExecutionAgreement:
    """Without the paper both signed there is no agreement. The three months for the court run from its last part
    (APL-2021:72.2).
    """
    row = locked_execution(decision)
    name = worded(signed_by, label="当事人方签字人", field="signed_by", most=80)
    if signed_copy is None:
        raise Refused(
            "没有双方签字的执行协议。", CLAUSE, field="signed_copy", remedy="请上传双方签字、盖章的协议扫描件。"
        )
    before = row.status
    taken = step_taken(row, "sign_execution_agreement", actor=actor, at=at)
    found = waiting_agreement(row, AgreementState.APPROVED)
    assert found is not None  # the gate asked for it
    found.execution = row
    may_sign(found, signed_as, name, on=at.day)
    holds_still(found, at)
    row.stayed_from, row.remitted_fen = before, found.remitted_fen
    row.save()
    found.plan = Deferral.objects.create(
        decision=row.decision, requested_on=at.day, grounds="执行协议", granted=True, decided_on=at.day,
        decided_by_name=found.approved_by_name, reason="双方达成执行协议", instalments=found.instalments,
        fine_fen=fine_now(row.decision),
    )  # fmt: skip
    found.state, found.signed_on, found.signed_as = AgreementState.SIGNED, at.day, signed_as
    found.signed_by_name, found.signed_copy = name, signed_copy
    found.save()
    ref, event = row.decision.public_id, "达成执行协议"
    run_clocks.stop(row.case, "pay_by", on=at.day, event=event, about_ref=ref)
    run_clocks.start(
        row.case, "pay_by", on=at.day, event=event, about_ref=ref, fixed_due_on=parts_of(found.plan)[0].due_on
    )
    keep_court_window(row, on=at.day)
    told(taken, row, f"{name}签字", actor=actor, at=at)
    return found
