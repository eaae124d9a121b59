"""Counterparts and agents for tests, by the use cases the screens call."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.builders.cases import PAGE, approve, handler_of, on, person_of
from yangguang.base import vault
from yangguang.cases.models import AuthorisedAgent, Case, ComplianceGrade, Counterpart, Party
from yangguang.cases.rules.counterpart_facts import Told
from yangguang.cases.use_cases.appoint_agent import AgentFacts, appoint_agent
from yangguang.cases.use_cases.merge_counterparts import merge_counterparts
from yangguang.cases.use_cases.propose_grade import propose_grade
from yangguang.cases.use_cases.register_counterpart import register_counterpart
from yangguang.directory.models import Body

TODAY = date(2026, 11, 16)


def a_counterpart(body: Body, *, by: Any = None, source: str = "营业执照副本", **facts: Any) -> Counterpart:
    """Somebody put into the register by hand; an organisation without a code unless told."""
    known = {"kind": "organisation", "name": "示范县永安酒店"}
    with on(TODAY) as at:
        return register_counterpart(
            told=Told(**(known | facts)), source=source, actor=by or person_of(body, "unit_head"), at=at
        )


def merged(counterpart: Counterpart, into: Counterpart, body: Body) -> Counterpart:
    """The head of unit found both to be one."""
    with on(TODAY) as at:
        return merge_counterparts(
            counterpart=counterpart,
            into=into,
            reason="登记机关查询为同一单位。",
            actor=person_of(body, "unit_head"),
            at=at,
        )


def an_agent(
    case: Case, *, day: date | None = None, paper: bytes | None = PAGE, party: Party | None = None, **facts: Any
) -> AuthorisedAgent:
    """A lawyer of the one party, or of this one, with all powers from the opening on."""
    known = {
        "name": "柳青", "authority": "general", "powers": ["service", "statement", "hearing"], "from_on": case.opened_on,
        "position": "律师",
    }  # fmt: skip
    with on(day or case.opened_on, 10) as at:
        return appoint_agent(
            case_id=case.pk, party_ref=(party or case.parties.get()).public_id, agent=AgentFacts(**(known | facts)),
            paper=vault.store(paper, media_type="application/pdf") if paper else None, paper_name="授权委托书.pdf",
            actor=handler_of(case), at=at,
        )  # fmt: skip


def a_grade(counterpart: Counterpart, body: Body, *, by: Any, grade: str = "C", year: int = 2025) -> ComplianceGrade:
    """A grade all three have signed."""
    with on(TODAY) as at:
        approval = propose_grade(
            counterpart=counterpart, year=year, grade=grade, ground="一年内三次被查处。", source="示范省评价办法第八条",
            opinion="建议评定。", actor=by, at=at,
        )  # fmt: skip
    approve(approval, body, TODAY)
    return ComplianceGrade.objects.get(approval=approval)
