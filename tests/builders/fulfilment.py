"""Fines on their way to being paid: overdue, deferred, demanded, before the court; each step is a use case."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.builders import cases as build
from tests.builders.labour import front_desk
from tests.builders.remembered import remembered
from yangguang.base import local_values
from yangguang.base.events import SYSTEM
from yangguang.cases.kinds.execution.court_gates import PAPERS
from yangguang.cases.models import Case, Decision, Deferral, Execution, Payment
from yangguang.cases.rules.instalments import Instalment
from yangguang.cases.use_cases.apply_for_fine_execution import apply_for_fine_execution
from yangguang.cases.use_cases.demand_payment import demand_payment
from yangguang.cases.use_cases.grant_deferred_payment import grant_deferred_payment
from yangguang.cases.use_cases.impose_additional_fine import impose_additional_fine
from yangguang.cases.use_cases.mark_unfulfilled import mark_all_unfulfilled
from yangguang.cases.use_cases.record_court_answer import record_court_answer
from yangguang.cases.use_cases.record_payment import record_payment
from yangguang.cases.use_cases.request_deferred_payment import request_deferred_payment
from yangguang.directory.api import Body

# Served on Monday 9 November 2026: 15 days end on 24 November; 60 days on 8 January 2027; six months on Sunday 9 May,
# so Monday 10 May; three months after it on 10 August.
DUE, LATE = date(2026, 11, 24), date(2026, 11, 25)
REMEDIES_END, COURT_ENDS = date(2027, 5, 10), date(2027, 8, 10)
DEMANDED, TENTH_DAY, APPLIED = date(2027, 5, 11), date(2027, 5, 25), date(2027, 5, 26)
URGED, ORDERED = date(2026, 12, 7), date(2026, 12, 28)  # thirty days of the additional fine are over by then
AGENT = "示范县农村商业银行"
OWN_POWER = {"own_execution_basis": "《中华人民共和国税收征收管理法》第四十条", "night_hours": "22:00-06:00"}


def head_of(decision: Decision) -> Any:
    """The head of the body that decided."""
    return build.person_of(decision.case.body, "agency_head")


def fine_of(case: Case) -> Decision:
    """The decision of a case, freshly read."""
    return Decision.objects.select_related("case__body").get(pk=build.the_decision(case).pk)


def marked(day: date) -> int:
    """The hourly job runs."""
    with build.on(day, 8) as at:
        return mark_all_unfulfilled(actor=SYSTEM, at=at)


@remembered
def an_overdue_fine(*, day: date = LATE, **facts: Any) -> Decision:
    """Five thousand yuan that nobody paid until 24 November 2026."""
    case = build.a_served_case(**facts)
    marked(day)
    return fine_of(case)


@remembered
def an_urged_fine() -> Decision:
    """Overdue, with the additional fine imposed on the first day and a demand served."""
    return an_urged_fine_of(an_overdue_fine())


def an_urged_fine_of(decision: Decision) -> Decision:
    """The same of a fine that is overdue."""
    imposed(decision, LATE)
    demanded(fine_of(decision.case), URGED)
    return fine_of(decision.case)


def given_the_power(body: Body) -> None:
    """A law lets the body execute by itself, and it has said when its night is."""
    for name, value in OWN_POWER.items():
        local_values.set_value(
            name, value, chain=body.public_id, source="示政发〔2026〕1号", in_force=date(2026, 1, 1), by_name="系统管理员",
        )  # fmt: skip


@remembered
def an_urged_fine_of_a_body_with_the_power() -> Decision:
    """Part of it was paid on the day it may be executed."""
    decision = an_urged_fine()
    given_the_power(decision.case.body)
    paid(decision, 100000, ORDERED)
    return fine_of(decision.case)


def execution(decision: Decision) -> Execution:
    """The row of a fine's fulfilment."""
    return Execution.objects.get(decision=decision)


def paid(decision: Decision, amount: int, day: date, *, number: str = "") -> Payment:
    """A payment by receipt of the collecting agent."""
    with build.on(day, 15) as at:
        return record_payment(
            case_id=decision.case_id, amount_fen=amount, paid_on=day, payee=AGENT, decision_ref=decision.public_id,
            receipt_number=number or f"NO.{day}", actor=build.handler_of(decision.case), at=at,
        )  # fmt: skip


def deferral_asked(decision: Decision, day: date) -> Deferral:
    """The party asks."""
    with build.on(day) as at:
        return request_deferred_payment(
            decision=decision,
            grounds="停工半年，经营困难。",
            requested_on=day,
            actor=build.handler_of(decision.case),
            at=at,
        )


def deferred(decision: Decision, day: date, *parts: tuple[date, int], **facts: Any) -> Deferral:
    """The head grants what was asked."""
    told = {"plan": [Instalment(*one) for one in parts], "reason": "确有经济困难。", "actor": head_of(decision)} | facts
    with build.on(day, 11) as at:
        return grant_deferred_payment(decision=decision, at=at, **told)


def imposed(decision: Decision, day: date) -> Execution:
    """The head decides that the fine is added to."""
    with build.on(day, 10) as at:
        return impose_additional_fine(decision=decision, actor=head_of(decision), at=at)


def demanded(decision: Decision, day: date = DEMANDED, **facts: Any) -> Execution:
    """The demand is served."""
    told = {
        "pay_by_on": date(2027, 6, 30), "how": f"缴至{AGENT}", "stayed": False, "service": front_desk(),
        "actor": build.handler_of(decision.case),
    } | facts  # fmt: skip
    with build.on(day) as at:
        return demand_payment(decision=decision, at=at, **told)


def applied(decision: Decision, day: date = APPLIED, **facts: Any) -> Execution:
    """The head signs the application to the court."""
    told = {
        "papers": list(PAPERS), "situation": "账户两个，余额不明。", "sealed": True, "stayed": False, "actor": head_of(decision),
    } | facts  # fmt: skip
    with build.on(day) as at:
        return apply_for_fine_execution(decision=decision, at=at, **told)


def answered(decision: Decision, answer: str, day: date, paper: str = "（2027）示行审1号") -> Execution:
    """The court's paper came in."""
    with build.on(day) as at:
        return record_court_answer(
            decision=decision, answer=answer, paper=paper, actor=build.handler_of(decision.case), at=at
        )
