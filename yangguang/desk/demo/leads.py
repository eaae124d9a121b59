"""Complaints and other leads of the county: registered, passed on, answered, merged, or becoming a case."""

from __future__ import annotations

from typing import Any

from yangguang.cases.api import Lead, verbs
from yangguang.desk.demo import fictions, journal
from yangguang.desk.demo.journal import Story
from yangguang.desk.demo.penalty_start import filled, whole_months
from yangguang.desk.demo.work import Work

CLERK = "窦敏"


def registered(work: Work) -> Story:
    """The window takes it down and hands it to a handler."""
    yield work.at(0, 9)
    violated(work)
    lead = register(work)
    work.refs["lead"] = lead
    yield work.at(0, 11)
    verbs.pass_on_lead(lead=lead, to=[work.case_handler], actor=work.county.account(CLERK), at=journal.now())


def violated(work: Work) -> None:
    """When it happened: lately, or longer ago than the law still pursues."""
    known_on = work.day
    if work.plan.get("old"):
        known_on = known_on.replace(year=known_on.year - 3, day=1)
    work.refs["violated"] = whole_months(known_on, work.plan["pattern"])


def register(work: Work, *, person: int = 0) -> Lead:
    """One lead; `person` tells complainants about one employer apart."""
    plan, pattern, complains = work.plan, work.plan["pattern"], work.plan["source"] == "complaint"
    first, last = work.refs["violated"]
    return verbs.register_lead(
        source=plan["source"], received_way="on_site" if plan["source"] == "patrol" else "window",
        employer=_employer(work), account=filled(work, pattern["account"]), field="劳动保障监察",
        area=work.county.area, unit=work.county.units["brigade", work.team[3]],
        people=[_complainant(work, person)] if complains else [], complaint=_asked(work) if complains else None,
        matter_code=pattern["matter"], violation_code=pattern["code"], violation_began_on=first,
        violation_ended_on=last, anonymous=not complains and plan["source"] == "tip_off",
        actor=work.county.account(CLERK), at=journal.now(),
    )  # fmt: skip


def _employer(work: Work) -> verbs.Employer:
    known = work.employer
    if work.plan.get("nameless"):
        return verbs.Employer(address=known.address)
    return verbs.Employer(known.name, known.code, known.address, known.representative, known.phone)


def _complainant(work: Work, number: int) -> verbs.Person:
    source = work.refs["source"]
    return verbs.Person(
        "complainant", fictions.person_name(source), fictions.person_id(source, number), fictions.mobile(source)
    )


def _asked(work: Work) -> verbs.ComplaintEntry:
    plan: dict[str, Any] = work.plan
    return verbs.ComplaintEntry(
        requests=plan["pattern"]["requests"], workers_count=plan["workers"], amount_fen=plan.get("yuan", 0) * 100,
        arbitration=plan.get("arbitration", "none"),
        arbitration_note="已经向县劳动人事争议仲裁委员会申请仲裁。" if "arbitration" in plan else "",
    )  # fmt: skip


def merged(work: Work) -> Story:
    """Others complain about the same employer the same day; their complaints join the first."""
    for number in range(1, work.plan.get("merged", 0) + 1):
        yield work.at(0, 13 + number)
        other = register(work, person=number)
        verbs.merge_lead(lead=other, into=work.refs["lead"], actor=work.county.account(CLERK), at=journal.now())


def proposed(work: Work) -> Story:
    """The handler proposes to accept the complaint and to open."""
    yield work.at(1, 9)
    work.refs["opening"] = verbs.propose_opening(
        lead=work.refs["lead"], title=work.plan["pattern"]["title"], officers=work.officers,
        opinion="符合受理条件，建议受理并立案。", actor=work.case_handler, at=journal.now(),
    )  # fmt: skip


def accepted(work: Work) -> Story:
    """The head of unit agrees: accepted and opened the same day."""
    yield work.at(0, 15)
    work.sign(work.refs["opening"], work.unit_head, "同意受理并立案。")
    work.refs["lead"].refresh_from_db()
    work.refs["case"] = work.refs["lead"].case_id


def completing(work: Work) -> Story:
    """Something is missing; the complainant is told once what."""
    yield work.at(1, 10)
    wanted = "请补充用人单位的全称或者工地名称，以及欠薪的月份。"
    verbs.ask_for_completion(lead=work.refs["lead"], wanted=wanted, actor=work.case_handler, at=journal.now())


def declined(work: Work) -> Story:
    """More than two years have passed."""
    yield work.at(3, 10)
    verbs.decline_acceptance(
        lead=work.refs["lead"], reason="over_two_years", note="可以依法申请仲裁或者提起诉讼。", actor=work.unit_head,
        at=journal.now(),
    )  # fmt: skip


def redirected(work: Work) -> Story:
    """The same claim lies before arbitration."""
    yield work.at(2, 10)
    verbs.redirect_complaint(
        lead=work.refs["lead"], ground="arbitration", to="示范县劳动人事争议仲裁委员会", actor=work.case_handler,
        at=journal.now(),
    )  # fmt: skip


def not_opened(work: Work) -> Story:
    """Nothing was found."""
    yield work.at(4, 15)
    reason = "经初步核查，工资表、转账记录齐全，没有发现违法行为。"
    verbs.decline_to_open(lead=work.refs["lead"], reason=reason, actor=work.unit_head, at=journal.now())
