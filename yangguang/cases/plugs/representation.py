"""The agents of a case's parties on its page: who may do what until when, with the power of attorney."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from yangguang.cases.agents import agents_of, stands
from yangguang.cases.models import AgentPower
from yangguang.cases.panels import Panel, panel
from yangguang.cases.policy import handles
from yangguang.cases.queries import ENDED
from yangguang.kernel import clock


@panel("agents")
def agents_panel(case: Any, account: Any) -> Panel | None:
    """Handlers of a running case find the way to register one; others see it where there is somebody."""
    today = clock.today()
    rows = [
        {"agent": one, "stands": stands(one, today),
         "powers": "、".join(str(AgentPower(power).label) for power in one.powers),
         "paper": reverse("records:document", args=[one.power_of_attorney.public_id])}
        for one in agents_of(case)
    ]  # fmt: skip
    mine = case.status not in ENDED and handles(account, case)
    return (
        Panel("agents", "委托代理人", "cases/agents_panel.html", {"case": case, "rows": rows, "mine": mine})
        if (rows or mine)
        else None
    )
