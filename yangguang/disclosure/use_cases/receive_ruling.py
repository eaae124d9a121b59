"""Record what the authority that was asked says: the decision may be public, or it may not (GIR-2019:17.3)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.disclosure.events.rulings import RulingReceived
from yangguang.disclosure.models import Publication
from yangguang.disclosure.policy import publisher_fault
from yangguang.disclosure.rules.checks import RULING
from yangguang.disclosure.ruling_papers import ANSWER, answer_sheet
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.api import attach_signed_page, make_document


@transaction.atomic
def receive_ruling(
    *, publication_id: int, paper: str, received_on: date, may_be_public: bool, content: bytes, file_name: str,
    actor: Account, at: Moment,
) -> Publication:  # fmt: skip
    """By its paper, which goes into the file, and its day. What may not be public waits for the head to withhold it."""
    publication = lock_publication(publication_id)
    if fault := publisher_fault(actor, publication):
        raise Refused(fault, RULING)
    asked = publication.ruling
    if not asked or asked.get("received_on"):
        raise Refused("没有等候批复的报请。", RULING, remedy="请刷新页面查看现在的状态。")
    if not date.fromisoformat(asked["asked_on"]) <= received_on <= at.day:
        raise Refused(
            "收到批复的日期应当在报请日和今天之间。", RULING, field="received_on", remedy="请按收文登记填写。"
        )
    words = clean(paper, label="批复", most=200, field="paper")
    if not words:
        raise Refused("没有填写批复的名称和文号。", RULING, field="paper", remedy="请照批复填写。")
    if not content:
        raise Refused("没有附批复。", RULING, field="file", remedy="请上传批复的 PDF 或者照片。")
    told = {"paper": words, "received_on": received_on.isoformat(), "may_be_public": may_be_public}
    publication.ruling = asked | told
    record = make_document(
        kind="ruling_answer", title=ANSWER, body=publication.body, file_ref=publication.case.public_id, dated_on=at.day,
        sheet=answer_sheet(publication, by=actor.name, day=at.day), volume="side", actor=actor, at=at,
    )  # fmt: skip
    attach_signed_page(document_id=record.pk, content=content, file_name=file_name, actor=actor, at=at)
    publication.ruling |= {"answer_ref": record.public_id}
    publication.save(update_fields=["ruling"])
    event = RulingReceived(publication.number, words, received_on, may_be_public)
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return publication
