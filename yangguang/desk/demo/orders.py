"""Orders to rectify in penalty cases whose matter asks for one first: signed, served, unheeded, and heeded in the end."""

from __future__ import annotations

from yangguang.cases.api import verbs
from yangguang.desk.demo import journal
from yangguang.desk.demo.journal import Story
from yangguang.desk.demo.penalty_start import RECEIPT, filled, signed
from yangguang.desk.demo.work import Work


def ordered(work: Work) -> Story:
    """Drafted by the handler, signed by both heads, served."""
    yield work.at(1, 9)
    pattern, case = work.plan["pattern"], work.case
    due, words = journal.workdays_after(work.day, pattern["order_workdays"]), filled(work, pattern["orders_first"])
    draft = verbs.draft_instruction(
        case=case, party=case.parties.get(), facts=filled(work, pattern["facts"]),
        basis=["APL-2021:28.1", *pattern["basis"]], actor=work.case_handler, at=journal.now(),
        orders=[verbs.OrderEntry("other", words, due)],
    )  # fmt: skip
    yield work.at(0, 10)
    approval = verbs.propose_instruction(
        instruction=draft, opinion="建议责令限期改正。", actor=work.case_handler, at=journal.now()
    )
    yield work.at(0, 11)
    work.sign(approval, work.unit_head)
    yield work.at(0, 14)
    work.sign(approval, work.agency_head)
    yield work.at(0, 15)
    draft.refresh_from_db()
    work.refs["instruction"] = verbs.serve_instruction(
        instruction=draft, service=work.served(), actor=work.case_handler, at=journal.now()
    )
    signed(work, RECEIPT)


def checked(work: Work) -> Story:
    """Its day is over and nothing has been done."""
    yield work.at(work.plan["pattern"]["order_workdays"] + 1, 10)
    _found(work, "期限届满，仍未改正。", "unrectified")


def heeded(work: Work) -> Story:
    """Looked at again after the fine: now it is done."""
    yield work.at(1, 10)
    _found(work, filled(work, work.plan["pattern"]["rectified"]), "rectified")


def _found(work: Work, words: str, outcome: str) -> None:
    instruction = work.refs["instruction"]
    findings = [verbs.OrderFinding(order.public_id, words, outcome) for order in instruction.orders.all()]
    work.refs["instruction"] = verbs.check_rectification(
        instruction=instruction, findings=findings, actor=work.case_handler, at=journal.now()
    )
