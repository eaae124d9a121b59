"""What the signature of the head of the unit brings about: the notice is made, ready to be posted."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.models import Approval
from yangguang.cases.events.serving import AnnouncementAgreed
from yangguang.cases.kinds.penalty.documents import service_papers
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import ServiceAnnouncement
from yangguang.cases.serving import by_whom, recipient_named
from yangguang.cases.use_cases._announcing import days_of
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import documents_of, make_document


@transaction.atomic
def approve_announcement(*, case_id: int, approval: Approval, actor: Account, at: Moment) -> ServiceAnnouncement:
    """The announcement is agreed to; it is made when it hangs where people see it."""
    case, told = lock_case(case_id), approval.proposal
    document = documents_of(case.public_id).get(public_id=told["document_ref"])
    party = recipient_named(case, told["party_ref"])
    if party is None or case.services.filter(document=document, succeeded=True, **by_whom(party)).exists():
        raise Refused("文书已经送达，不需要公告。", "CPL-2023:95.1", remedy="请退回承办人。")
    taken = take(Taking(main_flow(case), case, "approve_announcement", actor, at))
    notice = make_document(
        kind="service_announcement", title=service_papers.ANNOUNCEMENT, number_kind="送告", body=case.body,
        file_ref=case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=service_papers.announcement(
            case, title=document.title, number=document.number, party=party.name, ground=told["ground_code"],
            days=days_of(case, document, on=at.day), dated_on=at.day,
        ),
    )  # fmt: skip
    tried = f"\n{told['tried']}" if told["tried"] else ""
    proof = f"\n下落不明的证据：{told['whereabouts_proof']}" if told["whereabouts_proof"] else ""
    row = ServiceAnnouncement.objects.create(
        case=case, document=document, **by_whom(party), notice=notice, ground=told["ground_code"],
        course=f"{told['reason']}{proof}{tried}", agreed_on=at.day, agreed_by_name=actor.name,
    )  # fmt: skip
    announce(taken, AnnouncementAgreed(document.title, party.name), actor=actor, at=at)
    return row
