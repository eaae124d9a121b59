"""Agents of a case's parties: who stands on a day, and for what."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet

from yangguang.cases.models import AgentPower, AuthorisedAgent, Case, Party
from yangguang.cases.rules.agency import stands_on


def agents_of(case: Case) -> QuerySet[AuthorisedAgent]:
    """All agents of a case, those who act no longer included."""
    return case.agents.select_related("party", "power_of_attorney").order_by("pk")


def stands(agent: AuthorisedAgent, day: date) -> bool:
    """Whether this agent's power of attorney carries an act of this day."""
    return stands_on(day, from_on=agent.from_on, until_on=agent.until_on, ended_on=agent.ended_on)


def agents_on(case: Case, day: date, power: AgentPower, *, party: Party | None = None) -> list[AuthorisedAgent]:
    """The agents who may do this on this day, of one party or of all."""
    found = (one for one in agents_of(case) if power in one.powers and stands(one, day))
    return [one for one in found if party is None or one.party_id == party.pk]


def choices(agents: list[AuthorisedAgent]) -> list[tuple[str, str]]:
    """Agents to choose from, each with whom it stands for."""
    return [(one.public_id, f"{one.name}（{one.party.name}的代理人）") for one in agents]
