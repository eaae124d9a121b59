"""What the fulfilment of fines plugs in: gates, its rows for the engine, the panel 履行 on a case's page."""

from __future__ import annotations

from typing import Any

from yangguang.cases.kinds.execution import agreement_gates, court_gates, fine_gates
from yangguang.cases.kinds.execution.faces import faces_of
from yangguang.cases.lines import line
from yangguang.cases.models import Execution
from yangguang.cases.panels import Panel, panel

__all__ = ["agreement_gates", "court_gates", "fine_gates"]


@line("execution")
def execution_row(ref: str) -> Execution:
    """The row the engine moves, by the decision it is about."""
    return Execution.objects.select_for_update(of=("self",)).get(decision__public_id=ref)


@panel("fulfilment")
def fulfilment_panel(case: Any, account: Any) -> Panel | None:
    """Fine, paid, additional fine today, term, what is next; one block for each decision with a fine."""
    faces = faces_of(case, account)
    return Panel("fulfilment", "履行", "cases/fulfilment_panel.html", {"case": case, "faces": faces}) if faces else None
