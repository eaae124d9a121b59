"""Wage cases of the county: roster, instruction to pay, disposition with additional compensation, payment."""

from __future__ import annotations

from yangguang.base.sheets import write_rows
from yangguang.cases.api import Case, verbs
from yangguang.desk.demo import fictions, inquiries, journal
from yangguang.desk.demo.journal import Story
from yangguang.desk.demo.penalty_start import RECEIPT, filled, signed
from yangguang.desk.demo.work import Work
from yangguang.legal_review.api import exempt_from_review

JUDGED = {
    "public_interest": False, "social_risk": False, "major_interest": False, "complex": False,
    "outside_standard": False, "legal_relations": 1,
}  # fmt: skip


def rostered(work: Work) -> Story:
    """The roster comes as a sheet; on a building site the chain of contracts is drawn up."""
    yield work.at(1, 10)
    case = work.case
    verbs.import_roster(case=case, content=_sheet(work), actor=work.case_handler, at=journal.now())
    if work.plan.get("chain"):
        yield work.at(0, 14)
        _chain(work, case)


def _sheet(work: Work) -> bytes:
    source, (first, last) = work.refs["source"], work.refs["violated"]
    count, total_fen = work.plan["workers"], work.plan["yuan"] * 100
    shares = [source.randrange(80, 121) for _ in range(count)]
    amounts = [total_fen * share // sum(shares) // 100 * 100 for share in shares]
    amounts[0] += total_fen - sum(amounts)
    rows = [
        {
            "name": fictions.person_name(source), "person_id": fictions.person_id(source, n),
            "phone": fictions.mobile(source), "from_month": f"{first:%Y-%m}", "to_month": f"{last:%Y-%m}",
            "owed_fen": amount, "agent": "",
        }
        for n, amount in enumerate(amounts)
    ]  # fmt: skip
    return write_rows(
        verbs.ROSTER_COLUMNS, rows, title="劳动者名册", by=work.case_handler.name, at=journal.now().occurred_at
    )


def _chain(work: Work, case: Case) -> None:
    at, actor = journal.now(), work.case_handler
    owner = verbs.add_contract_link(case=case, level="owner", name="示范县城市建设投资有限公司", actor=actor, at=at)
    general = verbs.add_contract_link(
        case=case, level="general_contractor", name=work.employer.name, code=work.employer.code, above=owner,
        actor=actor, at=at,
    )  # fmt: skip
    verbs.add_contract_link(
        case=case, level="team", name="木工班组", above=general, qualified=False, hired_workers=True, actor=actor,
        at=at,
    )  # fmt: skip


def ordered(work: Work) -> Story:
    """The instruction to pay: drafted, signed by all three, served."""
    yield work.at(1, 9)
    pattern, case = work.plan["pattern"], work.case
    due = journal.workdays_after(work.day, 8)
    draft = verbs.draft_instruction(
        case=case, party=case.parties.get(), facts=filled(work, pattern["facts"]),
        basis=["LSR-2004:18.1", "LSR-2004:26#compensation"],
        orders=[verbs.OrderEntry("pay_wages", pattern["instruction"], due)], actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    yield work.at(0, 10)
    approval = verbs.propose_instruction(
        instruction=draft, opinion="建议责令限期支付。", actor=work.case_handler, at=journal.now()
    )
    yield work.at(0, 14)
    work.sign(approval, work.unit_head)
    yield work.at(1, 9)
    work.sign(approval, work.agency_head)
    draft.refresh_from_db()
    work.refs["instruction"] = draft
    yield from inquiries.posted(work) if work.plan.get("fled") else _order_served(work)


def _order_served(work: Work) -> Story:
    yield work.at(0, 15)
    draft = work.refs["instruction"]
    work.refs["instruction"] = verbs.serve_instruction(
        instruction=draft, service=work.served(), actor=work.case_handler, at=journal.now()
    )
    signed(work, RECEIPT)


def checked(work: Work) -> Story:
    """After the day in the instruction: paid, or nothing paid."""
    yield work.at(8, 10)
    instruction, paid = work.refs["instruction"], work.plan.get("pays") == "at the order"
    findings = [
        verbs.OrderFinding(order.public_id, "已经全部支付。" if paid else "期满未支付。")
        for order in instruction.orders.order_by("position")
    ]
    work.refs["instruction"] = verbs.check_rectification(
        instruction=instruction, findings=findings, payments=_payments(work) if paid else [],
        actor=work.case_handler, at=journal.now(),
    )  # fmt: skip


def _payments(work: Work) -> list[verbs.WagePayment]:
    voucher = f"银行代发回单{work.day:%Y%m%d}"
    payable = verbs.payable_of(work.case)
    return [verbs.WagePayment(ref, most, work.day, voucher) for ref, most in payable.items() if most > 0]


def told(work: Work) -> Story:
    """What is to be decided, worker by worker, and the notice to the employer."""
    yield work.at(1, 10)
    plan = work.plan
    work.refs["disposition"] = verbs.propose_disposition(
        instruction=work.refs["instruction"], percent=plan["percent"], fulfil_days=plan["fulfil_days"],
        findings=filled(work, plan["pattern"]["facts"]), reasons=plan["pattern"]["reasons"],
        answers={**JUDGED, "social_risk": "review" in plan}, actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    yield work.at(0, 15)
    work.refs["disposition"] = verbs.give_disposition_notice(
        disposition=work.refs["disposition"], service=work.served(), actor=work.case_handler, at=journal.now()
    )
    signed(work, RECEIPT)


def heard(work: Work) -> Story:
    """Nothing was said within the term."""
    yield work.at(5, 9)
    row = verbs.re_examine_disposition(
        disposition=work.refs["disposition"], opinion="当事人期满没有提出意见，拟处理内容不变。",
        actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    work.refs["disposition"], work.refs["draft"] = row, row.draft
    work.refs["line"] = {"line": "disposition", "line_ref": row.public_id}


def exempted(work: Work) -> Story:
    """The catalogue names no reason for review; the head of unit confirms it."""
    yield work.at(0, 15)
    exempt_from_review(
        case_id=work.refs["case"], draft_id=work.refs["draft"].pk, actor=work.unit_head, at=journal.now(),
        **work.refs["line"],
    )  # fmt: skip


def decided(work: Work) -> Story:
    """The approval form goes from the handler to the agency head, whose signature decides."""
    yield work.at(0, 16)
    approval = verbs.request_disposition_decision(
        disposition=work.refs["disposition"], opinion="经责令限期支付，期满仍未支付，建议作出行政处理决定。",
        actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    yield work.at(1, 9)
    work.sign(approval, work.unit_head, "事实清楚，同意按拟处理内容提请决定。")
    yield work.at(0, 10)
    work.sign(approval, work.agency_head, "同意。")


def served(work: Work) -> Story:
    """The decision is handed over."""
    yield work.at(1, 10)
    work.refs["disposition"] = verbs.serve_disposition(
        disposition=work.refs["disposition"], service=work.served(), actor=work.case_handler, at=journal.now()
    )
    signed(work, RECEIPT)


def unfulfilled(work: Work) -> Story:
    """After the last day nothing has been paid: the court is next."""
    yield work.at(14, 10)
    verbs.check_fulfilment(
        disposition=work.refs["disposition"], finding="履行期满，未支付工资和加付赔偿金。", actor=work.case_handler,
        at=journal.now(),
    )  # fmt: skip


def paid_up(work: Work) -> Story:
    """Everything is paid; line, complaint and case are closed."""
    yield work.at(8, 10)
    verbs.check_fulfilment(
        disposition=work.refs["disposition"], finding="工资和加付赔偿金已经全部支付。", payments=_payments(work),
        actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    yield work.at(1, 9)
    closing = verbs.request_disposition_closing(
        disposition=work.refs["disposition"], summary="工资和加付赔偿金已经全部支付。", opinion="建议收口。",
        recording_note="询问、送达用执法记录仪摄录，存于采集站。", actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    yield work.at(0, 11)
    work.sign(closing, work.unit_head, "同意收口。")
    yield from answered(work)
    yield work.at(1, 9)
    approval = verbs.request_end(
        case_id=work.refs["case"], act="close_case", opinion="处理决定已经履行，建议结案。", actor=work.case_handler,
        at=journal.now(), ground="fulfilled", summary="拖欠的工资和加付赔偿金已经全部支付，投诉人已经告知。",
        recording_note="询问、送达用执法记录仪摄录，存于采集站。",
    )  # fmt: skip
    yield work.at(1, 10)
    work.sign(approval, work.unit_head, "同意结案。")


def answered(work: Work) -> Story:
    """The complainants are told how it ended."""
    yield work.at(0, 16)
    verbs.answer_complainant(
        lead=work.refs["lead"], answer="拖欠的工资已经支付完毕。", actor=work.case_handler, at=journal.now()
    )


def settled(work: Work) -> Story:
    """Paid at the order: the complaint is answered and the opening annulled as rectified."""
    yield from answered(work)
    yield work.at(1, 10)
    approval = verbs.request_end(
        case_id=work.refs["case"], act="annul_case_opening", opinion="已经改正，建议撤销立案。",
        actor=work.case_handler, at=journal.now(), reason="用人单位在责令期限内全部支付了拖欠的工资。",
    )  # fmt: skip
    yield work.at(0, 15)
    work.sign(approval, work.unit_head)
    yield work.at(1, 10)
    work.sign(approval, work.agency_head)
