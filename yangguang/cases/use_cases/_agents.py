"""The agents an act names: of the right party, with the power for it, standing that day."""

from __future__ import annotations

from collections.abc import Sequence

from yangguang.cases.agents import agents_on
from yangguang.cases.models import AgentPower, AuthorisedAgent, Case, PriorNotice
from yangguang.cases.rules.agency import HEARING, checked_hearing_agents
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

REMEDY = "请先登记授权委托书，或者改由当事人本人办理。"


def speaking(case: Case, notice: PriorNotice, agent_ref: str, power: AgentPower, at: Moment) -> AuthorisedAgent | None:
    """The agent who speaks for the party of a notice; None where nobody is named."""
    if not agent_ref:
        return None
    found = agents_on(case, at.day, power, party=notice.party)
    agent = next((one for one in found if one.public_id == agent_ref), None)
    if agent is None:
        raise Refused(
            f"代理人没有“{power.label}”的授权，或者授权不在期限内。", HEARING, field="agent_ref", remedy=REMEDY
        )
    return agent


def going_to_hearing(case: Case, notice: PriorNotice, refs: Sequence[str], at: Moment) -> list[AuthorisedAgent]:
    """The one or two agents who come to the hearing; none where the party comes itself."""
    checked_hearing_agents(len(set(refs)), field="agent_refs")
    found = {one.public_id: one for one in agents_on(case, at.day, AgentPower.HEARING, party=notice.party)}
    if not set(refs) <= found.keys():
        raise Refused("代理人没有“参加听证”的授权，或者授权不在期限内。", HEARING, field="agent_refs", remedy=REMEDY)
    return [found[ref] for ref in dict.fromkeys(refs)]
