"""What follows when wages stay unpaid: a suspected crime goes to the police, the employer on the list of the dishonest."""

from __future__ import annotations

from typing import Any

from yangguang.base.events import SYSTEM
from yangguang.cases.api import verbs
from yangguang.desk.demo import journal
from yangguang.desk.demo.journal import Story
from yangguang.desk.demo.penalty_start import filled
from yangguang.desk.demo.work import Work, code_of
from yangguang.disclosure.api import release_entry, schedule_entry

POLICE = "示范县公安局"
GROUNDS = "{month}拖欠{workers}名劳动者工资，经责令限期支付，期满仍不支付，涉嫌拒不支付劳动报酬。"
UNHEEDED = "{month}拖欠{workers}名农民工工资，经责令限期支付，期满仍未支付。"


def suspected(work: Work) -> Story:
    """The amount is reached and the order unheeded: on record, a task force, a written report to the principal head."""
    yield work.at(1, 9)
    words = filled(work, GROUNDS)
    line = verbs.suspect_crime(case=work.case, grounds=words, actor=work.case_handler, at=journal.now())
    yield work.at(0, 11)
    line = verbs.form_task_force(transfer=line, officers=work.officers, actor=work.agency_head, at=journal.now())
    yield work.at(0, 16)
    work.refs["crime"] = line
    work.refs["report"] = verbs.report_criminal_transfer(
        transfer=line, police=POLICE, report=f"经查，{words}劳动者名册、责令支付文书及送达回证在卷。",
        opinion="达到移送标准，建议移送公安机关。", actor=work.case_handler, at=journal.now(),
    )  # fmt: skip


def sent_to_police(work: Work) -> Story:
    """Approved, sent the same day, signed for; the police open their case, and the papers go over."""
    handler = work.case_handler
    yield work.at(1, 9)
    work.sign(work.refs["report"], work.agency_head, "同意移送。")
    yield work.at(0, 15)
    line = verbs.transfer_to_police(
        transfer=work.refs["crime"], investigation=filled(work, GROUNDS), items="无", examination="无",
        others="劳动者名册、责令支付文书及送达回证。", actor=handler, at=journal.now(),
    )  # fmt: skip
    yield work.at(1, 9)
    line = verbs.record_acknowledgement(
        transfer=line, number=f"示公收〔{work.day.year}〕{work.number}号", sender=POLICE, receiver="丁志刚", actor=handler,
        at=journal.now(),
    )  # fmt: skip
    yield work.at(1, 10)
    line = verbs.record_police_opening(
        transfer=line,
        number=f"示公立〔{work.day.year}〕{work.number}号",
        sender=POLICE,
        actor=handler,
        at=journal.now(),
    )
    yield work.at(0, 15)
    verbs.hand_over_case_items(
        transfer=line, items="无", materials="案卷复印件一册", receiver="丁志刚", actor=handler, at=journal.now()
    )


def told_of_listing(work: Work) -> Story:
    """The unit and its representative are each told that they are to be listed; five working days to object."""
    yield work.at(0, 14)
    line = verbs.propose_listing(
        instruction=work.refs["instruction"], ground=filled(work, UNHEEDED), migrant_workers=True,
        persons=[("representative", work.employer.representative)], actor=work.case_handler, at=journal.now(),
    )  # fmt: skip
    yield work.at(0, 16)
    for number, one in enumerate(line.listed.order_by("position"), start=1):
        line = verbs.notify_listing(
            listing=line, who=one.public_id, leave_off_told=True, service=_handed(work, one, f"列{number}"),
            actor=work.case_handler, at=journal.now(),
        )  # fmt: skip
    work.refs["listing"] = line


def put_on_list(work: Work) -> Story:
    """Nobody objected: the agency head lists them for three years, and the publisher lets it out."""
    head, publisher = work.agency_head, work.publisher(1)
    yield work.at(0, 14)
    line = verbs.put_on_list(
        listing=work.refs["listing"], sealed=True, code=code_of(head), actor=head, at=journal.now()
    )
    yield work.at(0, 16)
    for number, paper in enumerate(line.case.addressed_papers.filter(served_on=None).order_by("pk"), start=1):
        one = line.listed.order_by("position")[number - 1]
        line = verbs.serve_listing_paper(
            listing=line, paper=paper.public_id, service=_handed(work, one, f"列决{number}"), actor=work.case_handler,
            at=journal.now(),
        )  # fmt: skip
    publication = schedule_entry(entry=line, actor=SYSTEM, at=journal.now())
    assert publication is not None
    release_entry(
        publication_id=publication.pk, secrecy_note="不涉密，身份证号码和劳动者信息不公开。",
        shared_with="示范县信用信息共享平台", code=code_of(publisher), actor=publisher, at=journal.now(),
    )  # fmt: skip


def _handed(work: Work, one: Any, number: str) -> verbs.ServiceFacts:
    """Into the hands of the unit's reception, or of the person."""
    unit = one.part == "unit"
    return verbs.ServiceFacts(
        method="direct", recipient=work.employer.representative if unit else one.name,
        relation="legal_representative" if unit else "party", place=work.employer.address,
        proof_number=f"回证{work.number}-{number}", sealed=True, officers=work.officers,
    )  # fmt: skip
