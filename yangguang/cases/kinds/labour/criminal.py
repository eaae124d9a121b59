"""Whether a wage case must go to the police: the roster against the province's figures, and the order to pay unheeded."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Q

from yangguang.base import local_values
from yangguang.cases.kinds.labour.fulfilment import left_of
from yangguang.cases.kinds.labour.queries import claims_of, dispositions_of
from yangguang.cases.models import Case, CaseKind, InstructionOrder, OrderKind
from yangguang.cases.models.disposition import DispositionStatus
from yangguang.cases.models.instruction import InstructionStatus
from yangguang.cases.rules import wage_arrears
from yangguang.cases.rules.criminal_suspicion import Suspicion, SuspicionStage, suspicion
from yangguang.cases.use_cases import run_clocks
from yangguang.statutes import clause

NOT_STANDING = (
    InstructionStatus.DRAFTED, InstructionStatus.ISSUED, InstructionStatus.ANNULLED, InstructionStatus.REPLACED,
)  # fmt: skip
FIGURES = (("crime_one_worker_fen", wage_arrears.ONE), ("crime_many_workers_fen", wage_arrears.MANY))
REACHED = Q(instruction__served_on__isnull=False) | Q(
    instruction__posted_on__isnull=False
)  # served, or posted and filmed


def criminal_line_of(case: Case, on: date) -> wage_arrears.CriminalLine:
    """Whether the arrears reach the line, by the figures set for the body on that day, else by those of its province."""
    (one, whose_one), (many, whose_many) = (_figure(case, *asked, on) for asked in FIGURES)
    line = wage_arrears.criminal_line(claims_of(case), one_fen=one, many_fen=many)
    source = {wage_arrears.ONE: whose_one, wage_arrears.MANY: whose_many}.get(line.clause, "")
    return replace(line, reason=f"{line.reason}数额依照{source}。") if line.reached and source else line


def _figure(case: Case, name: str, item: str, on: date) -> tuple[Any, str]:
    """A figure and, where it is the province's and the body has set none, whose it is."""
    if found := local_values.find(name, chain=case.body.public_id, on=on):
        return found.value, ""
    fen, clause_id = wage_arrears.provincial_fen(item, region=case.body.region_code, on=on)
    return fen, clause(clause_id).law.citation if clause_id else ""


def order_to_pay_unheeded(case: Case, on: date) -> bool:
    """A paper ordering the wages paid was served, its day is over, and not all is paid (WPI-2013:4.1)."""
    standing = InstructionOrder.objects.filter(
        REACHED, instruction__case=case, kind=OrderKind.PAY_WAGES, due_on__lt=on
    ).exclude(instruction__status__in=NOT_STANDING)
    unpaid = any(claim.unpaid_fen for claim in claims_of(case))
    if unpaid and any(run_clocks.last_day_for_party(order.due_on) < on for order in standing.order_by("pk")):
        return True
    return any(
        one.fulfil_by and one.fulfil_by < on and one.status != DispositionStatus.ANNULLED and left_of(one)
        for one in dispositions_of(case)
    )


def suspicion_of(case: Case, on: date) -> Suspicion:
    """What a case's roster and orders to pay amount to on a day; nothing for other kinds of case."""
    if case.kind != CaseKind.LABOUR:
        return Suspicion(SuspicionStage.NONE)
    line = criminal_line_of(case, on)
    if not (line.reached or line.in_doubt):
        return Suspicion(SuspicionStage.NONE)
    return suspicion(line, unheeded=order_to_pay_unheeded(case, on))
