"""Penalties on the spot of the county, each as a story that stops where the plan says; the numbered forms come first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from yangguang.cases.api import PartyFacts, verbs
from yangguang.desk.demo import fictions, journal, publishing
from yangguang.desk.demo import penalty_end as end
from yangguang.desk.demo.county import County
from yangguang.desk.demo.journal import Story
from yangguang.desk.demo.penalty_start import signed
from yangguang.desk.demo.work import Employer, Work
from yangguang.kernel import clock
from yangguang.kernel.money import FEN_IN_YUAN
from yangguang.records.api import documents_of

Phase = tuple[str, Callable[[Work], Story]]
FIRST_NUMBER = 400
FORMS = 50
SIGNED_ON_THE_SPOT = ("on_the_spot_record", "on_the_spot_statement_record", "on_the_spot_penalty_decision")
BASIS = ("LSR-2004:25#fine", "LSR-2004:25#warning")


def on_the_spot_stories(county: County, signed_page: bytes) -> Iterator[Story]:
    """One story for each line of the plan."""
    today = clock.today()
    given_out: set[tuple[str, int]] = set()
    for number, row in enumerate(fictions.content("on_the_spot")["case"], start=FIRST_NUMBER):
        shop = Employer(row["name"], fictions.credit_code(5000 + number), row["head"], row["place"], "")
        day = journal.workdays_ago(row["began"], today=today)
        yield told(Work(county, number, row, shop, day, signed_page), given_out)


def told(work: Work, given_out: set[tuple[str, int]]) -> Story:
    """One penalty, phase after phase, to where its plan stops."""
    if (key := (work.team[0], work.day.year)) not in given_out:
        given_out.add(key)
        yield from numbered_forms(work)
    for name, phase in phases(work.plan):
        yield from phase(work)
        if name == work.plan["until"]:
            return


def phases(plan: dict[str, object]) -> tuple[Phase, ...]:
    """What happens, in order."""
    begun: tuple[Phase, ...] = (("found", found), ("notified", notified))
    if "converted" in plan:
        return (*begun, ("converted", converted))
    paid: tuple[Phase, ...] = (("collected", collected),) if "collects" in plan else (("paid", paid_at_the_bank),)
    return (
        *begun, ("heard", heard), ("decided", decided), ("listed", publishing.scheduled), ("delivered", delivered),
        *(paid if plan["fine"] else ()), ("filed", filed), ("prepared", publishing.prepared),
        ("published", publishing.published), ("closed", closed), ("archived", end.archived),
    )  # fmt: skip


def numbered_forms(work: Work) -> Story:
    """The head of unit gives the officer the year's numbered forms before the first is needed."""
    yield clock.beijing(journal.workdays_ago(1, today=work.day) if work.day > _new_year(work.day) else work.day, 9)
    verbs.allocate_number_range(
        holder=work.county.officers[work.team[0]], size=FORMS, actor=work.unit_head, at=journal.now()
    )


def found(work: Work) -> Story:
    """Two officers on the scene."""
    yield work.at(0, 10)
    plan, shop = work.plan, work.employer
    party = PartyFacts(kind=plan["kind"], name=shop.name, code=shop.code, legal_representative=shop.representative,
                       address=shop.address)  # fmt: skip
    scene = verbs.Scene(
        violation_code="LD-01", place=plan["place"], facts=plan["facts"], began_on=_month_before(work.day),
        facts_certain=True, certificate_shown=True,
    )  # fmt: skip
    case = verbs.begin_on_the_spot(
        scene=scene, party=party, officers=work.officers, actor=work.case_handler, at=journal.now()
    )
    work.refs["case"] = case.pk


def notified(work: Work) -> Story:
    """Told by word of mouth."""
    yield work.at(0, 10)
    plan = work.plan
    proposal = {"penalties": _kinds(work), "fine_fen": plan["fine"] * FEN_IN_YUAN, "basis": BASIS, "workers": plan["workers"],
                "reasons": "安排劳动者加班超过法定上限，事实清楚，情节轻微。"}  # fmt: skip
    verbs.give_notice_on_the_spot(
        case_id=work.refs["case"], proposal=proposal, actor=work.case_handler, at=journal.now()
    )


def heard(work: Work) -> Story:
    """What the party says, and the answer."""
    yield work.at(0, 10)
    plan = work.plan
    answered = verbs.Heard(plan["answered"], plan.get("opinion", ""), False, plan.get("re_examined", ""))
    verbs.record_statement_on_the_spot(
        case_id=work.refs["case"], heard=answered, actor=work.case_handler, at=journal.now()
    )


def decided(work: Work) -> Story:
    """The numbered form is filled in and signed."""
    yield work.at(0, 11)
    written = verbs.Written(
        penalties=tuple(_kinds(work)), fine_fen=work.plan["fine"] * FEN_IN_YUAN, additional_fine=True,
        rectification={"status": work.plan.get("rectifies", "ordered"), "note": work.plan["rectified"]},
    )  # fmt: skip
    verbs.penalise_on_the_spot(case_id=work.refs["case"], written=written, actor=work.case_handler, at=journal.now())


def delivered(work: Work) -> Story:
    """Handed over, signed for or not."""
    yield work.at(0, 16)
    note = work.plan.get("refuses", "")
    delivery = verbs.Delivery("" if note else work.employer.representative, bool(note), note)
    verbs.deliver_on_the_spot(case_id=work.refs["case"], delivery=delivery, actor=work.case_handler, at=journal.now())


def collected(work: Work) -> Story:
    """Taken against a fiscal receipt, handed in and banked."""
    case_id, handler = work.refs["case"], work.case_handler
    yield work.at(0, 17)
    collecting = verbs.Collecting(
        ground=work.plan["collects"], receipt_number=f"示财{work.number:06d}", proof=work.scan
    )
    verbs.collect_on_the_spot(case_id=case_id, collecting=collecting, actor=handler, at=journal.now())
    yield work.at(1, 9)
    verbs.remit_to_agency(
        case_id=case_id, voucher=f"交款{work.number}", proof=work.scan, actor=handler, at=journal.now()
    )
    yield work.at(0, 15)
    verbs.remit_to_bank(
        case_id=case_id, voucher=f"回单{work.number}", proof=work.scan, actor=work.unit_head, at=journal.now()
    )


def paid_at_the_bank(work: Work) -> Story:
    """Nothing is collected on the spot; the party goes to the bank, and the decision is filed meanwhile."""
    yield from filed(work)
    yield work.at(3, 14)
    verbs.record_payment(
        case_id=work.refs["case"], amount_fen=work.plan["fine"] * FEN_IN_YUAN, paid_on=work.day, payee="示范县农村商业银行",
        receipt_number=f"{work.day:%Y%m%d}{work.number:04d}", actor=work.case_handler, at=journal.now(),
    )  # fmt: skip


def filed(work: Work) -> Story:
    """The copy is handed in; late where a weekend came between."""
    if work.case.on_the_spot.filed_on is not None:
        return
    yield work.at(0 if "collects" in work.plan else 1, 16)
    verbs.file_with_authority(
        case_id=work.refs["case"], filed_with=work.team[2], actor=work.case_handler, at=journal.now(),
        overdue_reason="周末没有人收存备案联。",
    )  # fmt: skip


def converted(work: Work) -> Story:
    """What cannot be settled on the scene goes on as a lead."""
    yield work.at(0, 11)
    verbs.convert_to_ordinary(
        case_id=work.refs["case"], reason=work.plan["converted"], informed_head=work.team[2], actor=work.case_handler,
        at=journal.now(),
    )  # fmt: skip


def closed(work: Work) -> Story:
    """The signed originals are put with their papers, and nothing is left to do."""
    yield work.at(2, 9)
    for paper in documents_of(work.case.public_id).filter(kind__in=SIGNED_ON_THE_SPOT):
        signed(work, paper.kind)
    approval = verbs.request_end(
        case_id=work.refs["case"], act="close_case", opinion="当场处罚已经履行和报备，建议结案。", actor=work.case_handler,
        at=journal.now(), ground="fulfilled" if work.plan["fine"] else "nothing_to_fulfil", summary="决定已经交付并履行。",
        recording_note="现场查处、交付用执法记录仪摄录，存于采集站。",
    )  # fmt: skip
    yield work.at(1, 9)
    work.sign(approval, work.unit_head, "同意结案。")


def _kinds(work: Work) -> list[str]:
    return ["warning", "fine"] if work.plan["fine"] else ["warning"]


def _month_before(day: date) -> date:
    return (day.replace(day=1) - journal.ONE_DAY).replace(day=1)


def _new_year(day: date) -> date:
    """The last day on which a form of this year could have been given out the working day before."""
    return date(day.year, 1, 8)
