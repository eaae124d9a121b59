"""One way for a proceeding beside a case to take a step: through the stage table, with its own status and its entry."""

from __future__ import annotations

from typing import Any, TypeVar, cast

from yangguang.base import ledger
from yangguang.base.events import Actor, Event
from yangguang.cases.kinds.coercion.stages import COERCION
from yangguang.cases.kinds.criminal_transfer.stages import CRIMINAL_TRANSFER
from yangguang.cases.kinds.labour.stages import DISPOSITION, INSTRUCTION
from yangguang.cases.kinds.major_labour_violations.stages import MAJOR_LABOUR_VIOLATIONS
from yangguang.cases.kinds.preservation.stages import PRESERVATION
from yangguang.cases.kinds.wage_arrears_sanctions.stages import WAGE_ARREARS_SANCTIONS
from yangguang.cases.models import (
    AdvancePreservation,
    Case,
    CoerciveMeasure,
    CriminalTransfer,
    Decision,
    Disposition,
    Instruction,
    MajorViolation,
    SanctionsListing,
    StepTaken,
)
from yangguang.cases.rules.flow import Flow
from yangguang.cases.use_cases.take_step import Taking, take
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

FLOW_OF: dict[type, Flow] = {
    Instruction: INSTRUCTION, Disposition: DISPOSITION, AdvancePreservation: PRESERVATION, CoerciveMeasure: COERCION,
    CriminalTransfer: CRIMINAL_TRANSFER, SanctionsListing: WAGE_ARREARS_SANCTIONS,
    MajorViolation: MAJOR_LABOUR_VIOLATIONS,
}  # fmt: skip
AnyLine = (
    Instruction | Disposition | AdvancePreservation | CoerciveMeasure | CriminalTransfer | SanctionsListing
    | MajorViolation
)  # fmt: skip
Line = TypeVar("Line", bound=AnyLine)


def locked_line(line: Line) -> Line:
    """The case first, then the proceeding, both under lock."""
    Case.objects.select_for_update().get(pk=line.case_id)
    return cast(Line, type(line)._default_manager.select_for_update().get(pk=line.pk))


def step_taken(
    line: AnyLine, act: str, *, actor: Actor, at: Moment, given: dict[str, Any] | None = None,
    reached: str = "",
) -> StepTaken:  # fmt: skip
    """Take the step and put the line where it leads; `reached` where the table leaves it to what was found."""
    flow = FLOW_OF[type(line)]
    about = {flow.name: line, **(given or {})}
    taking = Taking(flow, line.case, act, actor, at, about, flow.name, line.public_id, line.status)
    taken = take(taking)
    if reached:
        taken.reached = reached
        taken.save(update_fields=["reached"])
    line.status = taken.reached
    return taken


def told(taken: StepTaken, line: AnyLine, event: Event, *, actor: Actor, at: Moment) -> None:
    """Record the one event of the act and tie its step to it."""
    taken.entry = ledger.record(event, subject=line.subject, actor=actor, at=at)
    taken.save(update_fields=["entry"])


def decision_of(disposition: Disposition) -> Decision:
    """The decision a disposition led to. Raises Refused before there is one."""
    if disposition.decision is None:
        raise Refused("还没有作出处理决定。", "LSR-2004:18.1", remedy="请先作出处理决定。")
    return disposition.decision
