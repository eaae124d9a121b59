"""The agents of a case's parties: on its page with the power of attorney, and never by name in what is published."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from yangguang.cases.agents import agents_of, stands
from yangguang.cases.known_persons import PrivateFact, private_source
from yangguang.cases.models import AgentPower, Case
from yangguang.cases.panels import Panel, panel
from yangguang.cases.policy import handles
from yangguang.cases.queries import ENDED
from yangguang.cases.sealed_codes import unseal
from yangguang.cases.standing import papers_of
from yangguang.kernel import clock

POWER_OF_ATTORNEY = "power_of_attorney"  # nobody is registered without one


@panel("agents")
def agents_panel(case: Any, account: Any) -> Panel | None:
    """Handlers of a running case find the way to register one; others see it where there is somebody."""
    today = clock.today()
    registered = any(paper.kind == POWER_OF_ATTORNEY for paper in papers_of(case))
    rows = [
        {"agent": one, "stands": stands(one, today),
         "powers": "、".join(str(AgentPower(power).label) for power in one.powers),
         "paper": reverse("records:document", args=[one.power_of_attorney.public_id])}
        for one in (agents_of(case) if registered else ())
    ]  # fmt: skip
    mine = case.status not in ENDED and handles(account, case)
    if not (rows or mine):
        return None
    door = "" if rows else reverse("cases:act", args=[case.public_id, "appoint_agent"])
    return Panel("agents", "委托代理人", "cases/agents_panel.html", {"case": case, "rows": rows, "mine": mine}, door)


@private_source("agents")
def of_agents(case: Case) -> Iterable[PrivateFact]:
    """Who acted for a party; the number is opened for comparing only."""
    for agent in agents_of(case):
        yield PrivateFact(agent.name)
        yield PrivateFact(agent.phone, "电话号码")
        yield PrivateFact(unseal(agent.sealed_code), "证件号码")
