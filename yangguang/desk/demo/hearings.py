"""Hearings of the county: asked for, set, held."""

from __future__ import annotations

from yangguang.cases.api import verbs
from yangguang.desk.demo import journal
from yangguang.desk.demo.journal import Story
from yangguang.desk.demo.penalty_end import RECEIPT
from yangguang.desk.demo.penalty_start import signed
from yangguang.desk.demo.work import Work
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records.api import evidence_of

AHEAD = 8  # more than seven working days lie between the notice and the hearing
CLERK = "方旭"
THIRD = [verbs.ThirdParty("阮秋萍", "被延长工作时间的职工")]


def asked(work: Work) -> Story:
    """The party wants to be heard: until then nothing goes on."""
    yield work.at(1, 16)
    verbs.request_hearing(
        case_id=work.refs["case"], notice_ref=work.refs["notice"], actor=work.case_handler, at=journal.now()
    )


def notified(work: Work) -> Story:
    """Somebody of the legal office who never investigated will preside; the party is told when and where."""
    yield work.at(1, 10)
    chair = work.county.account(work.office["chair"])
    work.refs["hearing_on"] = journal.workdays_after(work.day, AHEAD)
    verbs.notify_hearing(
        case_id=work.refs["case"], chair=chair, chair_conflicted=False, clerk_name=CLERK, place=f"{work.body.name}三楼会议室",
        set_for=clock.beijing(work.refs["hearing_on"], 9), in_public=True, third_parties=THIRD, actor=chair, at=journal.now(),
    )  # fmt: skip
    yield work.at(0, 15)
    paper = work.newest("notice_of_hearing")
    for party in work.case.parties.order_by("position"):
        verbs.serve_document(
            case_id=work.refs["case"], document_ref=paper.public_id, party_ref=party.public_id, service=work.served(),
            actor=work.case_handler, at=journal.now(),
        )  # fmt: skip
        signed(work, RECEIPT)
    for third in work.case.service_recipients.order_by("pk"):
        handed = verbs.ServiceFacts(
            method="direct", recipient=third.name, relation="party", place=work.employer.address, officers=work.officers,
            proof_number=f"回证{work.number:03d}-{work.day:%m%d}-三", sealed=True,
        )  # fmt: skip
        verbs.serve_document(
            case_id=work.refs["case"], document_ref=paper.public_id, party_ref=third.public_id, service=handed,
            actor=work.case_handler, at=journal.now(),
        )  # fmt: skip
        signed(work, RECEIPT)


def held(work: Work) -> Story:
    """Evidence is put forward and examined, the defence is taken down, everybody signs."""
    yield work.at(AHEAD, 12)
    day, evidence = work.day, evidence_of(work.case.public_id).order_by("pk")
    facts = verbs.HearingFacts(
        ended_at=clock.beijing(day, 11), attended_names=[work.employer.representative], signing="signed",
        said="调查人员宣读调查报告并出示证据。\n当事人质证：对证据的真实性没有异议，对裁量有意见。",
        examined_refs=[one.public_id for one in evidence], points=work.plan["pattern"]["defence"],
        opinion="事实清楚，证据经过质证，程序合法，建议按拟处罚意见办理。", third_parties=THIRD,
    )  # fmt: skip
    at = Moment(clock.beijing(day, 9), clock.now())
    verbs.hold_hearing(case_id=work.refs["case"], facts=facts, actor=work.county.account(work.office["chair"]), at=at)
    signed(work, "hearing_record")
