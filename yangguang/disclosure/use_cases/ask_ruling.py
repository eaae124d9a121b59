"""Ask the authority in charge whether a decision may be public, when nobody here can tell (GIR-2019:17.3)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.disclosure.decision_hands import EXAMINED, hands_so_far, own_hand_fault
from yangguang.disclosure.events.rulings import RulingAsked
from yangguang.disclosure.events.standing import DUTIES
from yangguang.disclosure.models import Publication, PublicationStatus
from yangguang.disclosure.policy import publisher_fault
from yangguang.disclosure.rules.checks import QUESTIONS, RULING, asking_fault
from yangguang.disclosure.ruling_papers import REQUEST, request_sheet
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.api import make_document


@transaction.atomic
def ask_ruling(
    *, publication_id: int, asked_of: str, questions: Sequence[str], actor: Account, at: Moment
) -> Publication:
    """By a publisher who did not draw the decision up; the request is made for the seal. Nothing is released until the answer
    is recorded; the term runs on. Where the last answer was no, a new one may be asked for.
    """
    publication = lock_publication(publication_id)
    if fault := publisher_fault(actor, publication):
        raise Refused(fault, RULING)
    if fault := own_hand_fault(hands_so_far(publication), actor, EXAMINED):
        raise Refused(fault, DUTIES, remedy="请由本机关另一名公示员审查。")
    if not publication.waits:
        raise Refused(f"这条公示信息{publication.get_status_display()}，不用报请。", RULING, remedy="请刷新页面。")
    if fault := asking_fault(publication.ruling):
        raise Refused(fault, RULING, remedy="请登记批复；已经同意公开的，请编制公开文本。")
    unknown = [one for one in questions if one not in QUESTIONS]
    if not questions or unknown:
        raise Refused("请选择不能确定的是哪一类。", RULING, field="questions", remedy="可以选几类。")
    whom = clean(asked_of, label="报请的部门", most=120, field="asked_of")
    if not whom:
        raise Refused(
            "没有填写报请的部门。", RULING, field="asked_of", remedy="请填写有关主管部门或者保密行政管理部门。"
        )
    paper = make_document(
        kind="ruling_request", title=REQUEST, body=publication.body, file_ref=publication.case.public_id, dated_on=at.day,
        sheet=request_sheet(publication, asked_of=whom, questions=questions, day=at.day), number_kind="公请", volume="side",
        actor=actor, at=at,
    )  # fmt: skip
    told = {"asked_of": whom, "asked_on": at.day.isoformat(), "questions": list(questions)}
    publication.ruling = told | {"request_ref": paper.public_id}
    publication.status = PublicationStatus.PENDING
    publication.save(update_fields=["ruling", "status"])
    event = RulingAsked(publication.number, whom, tuple(questions))
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return publication
