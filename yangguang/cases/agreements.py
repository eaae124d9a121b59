"""The agreement on a fine that waits or is being performed, and whether it is kept."""

from __future__ import annotations

from datetime import date

from yangguang.cases.models import AgreementState, Execution, ExecutionAgreement, ExecutionStatus
from yangguang.cases.owing import additional_owed, missed_part, owing_of, parts_of
from yangguang.cases.rules.execution_agreement import Owed, broken_since

WAITING = (AgreementState.PROPOSED, AgreementState.APPROVED)


def waiting_agreement(row: Execution, *states: AgreementState) -> ExecutionAgreement | None:
    """The newest that was not signed yet."""
    if row.pk is None:
        return None
    return row.agreements.filter(state__in=states or WAITING).order_by("-pk").first()


def agreement_in_force(row: Execution) -> ExecutionAgreement | None:
    """The one that is being performed."""
    if row.status != ExecutionStatus.AGREED:
        return None
    return row.agreements.filter(state=AgreementState.SIGNED).select_related("plan").order_by("-pk").first()


def owed_of(row: Execution, *, on: date) -> Owed:
    """What is owed of a fine on a day."""
    return Owed(owing_of(row.decision, on=on).unpaid_fen, additional_owed(row.decision, on=on))


def broken_agreement(row: Execution, *, on: date) -> date | None:
    """Since when the agreement in force is not kept; None while it is, and where there is none."""
    found = agreement_in_force(row)
    if found is None or found.plan is None:
        return None
    return broken_since(
        missed_on=missed_part(row.decision, found.plan, on=on), last_due_on=parts_of(found.plan)[-1].due_on,
        additional_left_fen=additional_owed(row.decision, on=on), today=on,
    )  # fmt: skip
