"""Labour lines for tests: every row comes from the use cases the screens call."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from typing import Any

from tests.builders.cases import (
    a_credit_code,
    an_agency,
    approve,
    handler_of,
    officers_of,
    on,
    person_of,
    with_records,
)
from tests.builders.directory import AREA, FIELD, an_account
from tests.builders.remembered import remembered
from yangguang.base import local_values
from yangguang.cases.kinds.labour.queries import workers_of
from yangguang.cases.models import Case, Disposition, Instruction, Lead
from yangguang.cases.rules.lead_entry import ComplaintEntry, Employer, Person
from yangguang.cases.rules.roster_rows import RosterRow
from yangguang.cases.use_cases.add_roster_worker import add_roster_worker
from yangguang.cases.use_cases.check_rectification import OrderFinding, check_rectification
from yangguang.cases.use_cases.conclude_investigation import conclude_investigation
from yangguang.cases.use_cases.draft_instruction import OrderEntry, draft_instruction
from yangguang.cases.use_cases.give_disposition_notice import give_disposition_notice
from yangguang.cases.use_cases.propose_disposition import propose_disposition
from yangguang.cases.use_cases.propose_instruction import propose_instruction
from yangguang.cases.use_cases.propose_opening import propose_opening
from yangguang.cases.use_cases.re_examine_disposition import re_examine_disposition
from yangguang.cases.use_cases.register_lead import register_lead
from yangguang.cases.use_cases.request_disposition_decision import request_disposition_decision
from yangguang.cases.use_cases.serve_document import ServiceFacts
from yangguang.cases.use_cases.serve_instruction import serve_instruction
from yangguang.directory.models import Body
from yangguang.kernel.person_ids import check_character
from yangguang.legal_review.use_cases.exempt_from_review import exempt_from_review

WAGES_MATTER, WAGES = "LDJC-03", "LD-03"
RECEIVED = date(2026, 9, 1)
ISSUED, DUE, CHECKED = date(2026, 9, 8), date(2026, 9, 18), date(2026, 9, 21)
CONCLUDED, NOTIFIED, HEARD = date(2026, 9, 22), date(2026, 9, 23), date(2026, 10, 9)
DECIDED = date(2026, 10, 12)
CRIME = {"crime_one_worker_fen": 10_000_00, "crime_many_workers_fen": 60_000_00}
FINDINGS = "拖欠劳动者2026年5月至7月工资，责令后仍未支付。"
JUDGED = {
    "public_interest": False,
    "social_risk": False,
    "major_interest": False,
    "complex": False,
    "outside_standard": False,
    "legal_relations": 1,
}
_numbers = count(1)


@remembered
def a_labour_agency(**facts: Any) -> Body:
    """An agency with a window clerk and the province's figures for the criminal line."""
    body = an_agency(**facts)
    an_account(role="window_clerk", body=body, named="窦敏")
    for name, value in CRIME.items():
        local_values.set_value(
            name,
            value,
            chain=body.public_id,
            source="示范省高级人民法院规定",
            in_force=date(2026, 1, 5),
            by_name="系统管理员",
        )
    return body


def handler(body: Body) -> Any:
    """The lead handler of an agency."""
    return officers_of(body)[0].account


def a_person_id(number: int, born: str = "19880412") -> str:
    """An identity number whose check character is right."""
    head = f"110101{born}{number:03d}"
    return head + check_character(f"{head}0")


def an_employer(number: int = 1, **facts: Any) -> Employer:
    """An employer with a valid code."""
    known = {
        "name": f"示范县晨曦建筑有限公司{number}", "code": a_credit_code(number), "address": "示范县创业路18号",
        "contact": "许景明",
    }  # fmt: skip
    return Employer(**(known | facts))


def a_complainant(name: str = "万春山", number: int = 7) -> Person:
    """Somebody who complains in their own name."""
    return Person("complainant", name, a_person_id(number), "13900001111")


@remembered
def a_complaint(
    body: Body | None = None, *, day: date = RECEIVED, by: Any = None, people: Any = None, source: str = "complaint",
    employer: Employer | None = None, workers: int = 3, amount_fen: int = 30_000_00,
    entry: ComplaintEntry | None = None, **facts: Any,
) -> Lead:  # fmt: skip
    """A complaint about unpaid wages, or with another `source` a plain lead; taken down by a handler unless told."""
    body = body or a_labour_agency()
    given = {
        "account": "2026年5月至7月在工地务工，工资没有支付。", "field": FIELD, "area": AREA,
        "matter_code": WAGES_MATTER, "violation_code": WAGES, "violation_began_on": date(2026, 5, 1),
        "violation_ended_on": date(2026, 7, 31), "received_way": "window",
    }  # fmt: skip
    asked = entry or ComplaintEntry("支付拖欠的工资。", workers, amount_fen)
    people = ([a_complainant()] if source == "complaint" else []) if people is None else people
    with on(day) as at:
        return register_lead(
            source=source, employer=employer or an_employer(), unit=body.units.order_by("pk").first(), people=people,
            complaint=asked if source == "complaint" else None, actor=by or handler(body), at=at, **(given | facts),
        )  # fmt: skip


@remembered
def an_accepted_complaint(body: Body | None = None, *, lead: Lead | None = None, day: date = RECEIVED) -> Case:
    """A complaint accepted by the unit head; its case was opened the same day."""
    lead = lead or a_complaint(body, day=day)
    with on(day, 10) as at:
        approval = propose_opening(
            lead=lead, title="拖欠劳动者工资", officers=officers_of(lead.body), opinion="符合受理条件，建议受理立案。",
            actor=handler(lead.body), at=at,
        )  # fmt: skip
    approve(approval, lead.body, day)
    lead.refresh_from_db()
    return lead.case


def a_roster(case: Case, *, workers: int = 3, owed: int | list[int] = 10_000_00, day: date = RECEIVED) -> Case:
    """So many workers on the roster, each owed the same, or each what a list says."""
    amounts = owed if isinstance(owed, list) else [owed] * workers
    with on(day, 14) as at:
        for number, amount in enumerate(amounts, start=1):
            row = RosterRow(
                f"工人{number}", a_person_id(number), "", date(2026, 5, 1), date(2026, 7, 1), amount, "张班组"
            )
            add_roster_worker(case=case, row=row, actor=handler_of(case), at=at)
    return case


def front_desk(**facts: Any) -> ServiceFacts:
    """Handed to the employer's front desk, with a proof."""
    known = {
        "method": "direct",
        "recipient": "刘芳",
        "relation": "reception",
        "proof_number": "回证〔2026〕1号",
        "sealed": True,
    }
    return ServiceFacts(**(known | facts))


def a_drafted_instruction(case: Case, *, day: date = ISSUED, due: date = DUE, orders: Any = None) -> Instruction:
    """An instruction as drafted by the handler."""
    with on(day, 9) as at:
        return draft_instruction(
            case=case, party=case.parties.get(), facts="拖欠劳动者2026年5月至7月工资。",
            basis=["LSR-2004:18.1", "LSR-2004:26#compensation"],
            orders=orders or [OrderEntry("pay_wages", "支付拖欠的劳动报酬", due)], actor=handler_of(case), at=at,
        )  # fmt: skip


def an_issued_instruction(case: Case, *, day: date = ISSUED, due: date = DUE, orders: Any = None) -> Instruction:
    """An instruction to pay, signed by all three."""
    draft = a_drafted_instruction(case, day=day, due=due, orders=orders)
    with on(day, 10) as at:
        approval = propose_instruction(instruction=draft, opinion="建议责令限期支付。", actor=handler_of(case), at=at)
    approve(approval, case.body, day)
    draft.refresh_from_db()
    return draft


def a_running_instruction(case: Case, *, day: date = ISSUED, **facts: Any) -> Instruction:
    """An instruction served the day it was issued."""
    issued = an_issued_instruction(case, day=day, **facts)
    with on(day, 15) as at:
        return serve_instruction(instruction=issued, service=front_desk(), actor=handler_of(case), at=at)


def an_unheeded_instruction(case: Case, *, day: date = ISSUED, due: date = DUE, checked: date = CHECKED) -> Instruction:
    """An instruction found unheeded after its day."""
    running = a_running_instruction(case, day=day, due=due)
    with on(checked) as at:
        findings = [OrderFinding(order.public_id, "期满未支付。") for order in running.orders.order_by("position")]
        return check_rectification(instruction=running, findings=findings, actor=handler_of(case), at=at)


@remembered
def a_concluded_labour_case(
    body: Body | None = None, *, workers: int = 3, owed: Any = 10_000_00, case: Case | None = None
) -> Case:
    """Roster (that of `case`, where one is given), records, an unheeded instruction, the investigation concluded."""
    case = with_records(case or a_roster(an_accepted_complaint(body), workers=workers, owed=owed))
    an_unheeded_instruction(case)
    with on(CONCLUDED) as at:
        conclude_investigation(
            case_id=case.pk, actor=handler_of(case), at=at,
            circumstances={"workers": workers, "prior_violations": 0, "rectified": False, "harm": "minor", "gains_fen": 0},
            content={
                "nature": "拖欠劳动报酬。", "basis": ["LSR-2004:26#compensation"], "gains": "无", "circumstances": "首次查处。",
                "suggestion": "建议作出行政处理决定。",
            },
        )  # fmt: skip
    case.refresh_from_db()
    return case


@remembered
def a_proposed_disposition(
    case: Case | None = None, *, percent: int = 50, day: date = NOTIFIED, **answers: Any
) -> Disposition:
    """What would be decided, worked out from the roster."""
    case = case or a_concluded_labour_case()
    with on(day, 9) as at:
        return propose_disposition(
            instruction=case.instructions.get(), percent=percent, findings=FINDINGS,
            reasons="责令限期支付期满未支付。", fulfil_days=15, answers=JUDGED | answers, actor=handler_of(case), at=at,
        )  # fmt: skip


@remembered
def a_notified_disposition(case: Case | None = None, *, day: date = NOTIFIED, **facts: Any) -> Disposition:
    """The party has been told; its term to be heard runs."""
    disposition = a_proposed_disposition(case, day=day, **facts)
    with on(day, 14) as at:
        return give_disposition_notice(
            disposition=disposition, service=front_desk(), actor=handler_of(disposition.case), at=at
        )


@remembered
def a_heard_disposition(case: Case | None = None, **facts: Any) -> Disposition:
    """The term is over, nothing was said, and the re-examination says so."""
    disposition = a_notified_disposition(case, **facts)
    with on(HEARD) as at:
        return re_examine_disposition(
            disposition=disposition, opinion="期满无意见。", actor=handler_of(disposition.case), at=at
        )


@remembered
def a_reviewed_disposition(case: Case | None = None, **facts: Any) -> Disposition:
    """Found to need no legal review, confirmed by the head of unit."""
    disposition = a_heard_disposition(case, **facts)
    with on(HEARD, 15) as at:
        exempt_from_review(
            case_id=disposition.case_id, draft_id=disposition.draft_id, line="disposition",
            line_ref=disposition.public_id, actor=person_of(disposition.case.body, "unit_head"), at=at,
        )  # fmt: skip
    disposition.refresh_from_db()
    return disposition


@remembered
def a_decided_disposition(case: Case | None = None, **facts: Any) -> Disposition:
    """The agency head has decided; not yet served."""
    disposition = a_reviewed_disposition(case, **facts)
    with on(DECIDED, 8) as at:
        approval = request_disposition_decision(
            disposition=disposition, opinion="建议作出处理决定。", actor=handler_of(disposition.case), at=at
        )
    approve(approval, disposition.case.body, DECIDED, hour=9)
    disposition.refresh_from_db()
    return disposition


def refs_of(case: Case) -> list[str]:
    """The public ids of a case's workers, in order."""
    return [worker.public_id for worker in workers_of(case)]


ONE_DAY = timedelta(days=1)
