"""Approve an agreement on the execution of a fine (U08): the paper is made, for the party to sign."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.agreements import owed_of, waiting_agreement
from yangguang.cases.kinds.execution.documents import agreement_paper
from yangguang.cases.models import AgreementState, Decision, ExecutionAgreement
from yangguang.cases.owing import owing_of
from yangguang.cases.use_cases._agreements import holds_still, parts_of_agreement
from yangguang.cases.use_cases._execution import locked_execution, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import make_document


@transaction.atomic
def approve_execution_agreement(*, decision: Decision, actor: Account, at: Moment) -> ExecutionAgreement:
    """Nothing of the fine is stayed yet: the agreement holds from the day both have signed."""
    row = locked_execution(decision)
    taken = step_taken(row, "approve_execution_agreement", actor=actor, at=at)
    found = waiting_agreement(row, AgreementState.PROPOSED)
    assert found is not None  # the gate asked for it
    found.execution = row
    holds_still(found, at)
    owing, owed = owing_of(row.decision, on=at.day), owed_of(row, on=at.day)
    found.document = make_document(
        kind="execution_agreement", title=agreement_paper.TITLE, number_kind="监协", body=row.case.body,
        file_ref=row.case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=agreement_paper.sheet(
            found, plan=parts_of_agreement(found), owing=owing, additional_fen=owed.additional_fen, on=at.day
        ),
    )  # fmt: skip
    found.state, found.approved_on, found.approved_by_name = AgreementState.APPROVED, at.day, actor.name
    found.save()
    told(taken, row, found.document.number, actor=actor, at=at)
    return found
