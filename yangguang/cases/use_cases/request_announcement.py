"""Ask the head of the unit to agree that a paper be served by public announcement, after everything else failed."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import approvals
from yangguang.base.models import Approval
from yangguang.cases.events.serving import AnnouncementAsked
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import AnnouncementGround, Case
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.serving import (
    Recipient,
    announcement_of,
    failed_attempts,
    parties_for,
    recipient_named,
    unserved_papers,
)
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import Document, documents_of

PURPOSE = "serve_by_announcement"
CLAUSE = "CPL-2023:95.1"
SIGNERS = (approvals.Signer(Role.CASE_HANDLER, "承办人意见"), approvals.Signer(Role.UNIT_HEAD, "承办机构负责人意见"))


@transaction.atomic
def request_announcement(
    *, case_id: int, document_ref: str, party_ref: str, ground: str, course: str, opinion: str, actor: Account, at: Moment,
    whereabouts_proof: str = "", seen_version: int | None = None,
) -> Approval:  # fmt: skip
    """`course`: the reason and what was tried; the attempts that failed are quoted beside it."""
    case = lock_case(case_id, seen_version=seen_version)
    document, party = _what(case, document_ref), recipient_named(case, party_ref)
    if document is None or party is None:
        raise Refused("请选择要送达的文书和受送达人。", CLAUSE, field="document_ref")
    if party not in parties_for(case, document):
        raise Refused("这份文书不是给该当事人的。", CLAUSE, field="party_ref", remedy="请另选受送达人。")
    if ground not in AnnouncementGround.values:
        raise Refused("请选择公告送达的情形。", CLAUSE, field="ground")
    if announcement_of(document, party) is not None:
        raise Refused("这份文书对该受送达人已经在公告送达。", CLAUSE, field="document_ref", remedy="请等候期满。")
    told = {"course": course, "whereabouts_proof": whereabouts_proof, "opinion": opinion}
    keep_secret(case, told)
    given = {**told, "document": document, "party": party, "ground": ground}
    taken = take(Taking(main_flow(case), case, "request_announcement", actor, at, given))
    title = f"公告送达审批：{document.title}{document.number}"
    approval = approvals.request(
        subject=case.subject, purpose=PURPOSE, title=title,
        proposal={
            "case_ref": case.public_id, "document_ref": document.public_id, "party_ref": party.public_id,
            "paper": f"《{document.title}》{document.number}", "served_on_whom": party.name, "ground_code": ground,
            "why_announced": str(AnnouncementGround(ground).label), "reason": worded(course, label="原因和经过", field="course"),
            "whereabouts_proof": whereabouts_proof.strip(), "tried": _tried(document, party),
            "acting_body_ref": case.acting_body.public_id if case.acting_body else "",
        },
        signers=SIGNERS, opinion=opinion, actor=actor, at=at,
    )  # fmt: skip
    event = AnnouncementAsked(title, str(AnnouncementGround(ground).label), approval.proposal_digest)
    announce(taken, event, actor=actor, at=at)
    return approval


def _what(case: Case, document_ref: str) -> Document | None:
    waiting = {paper.pk for paper in unserved_papers(case)}
    return documents_of(case.public_id).filter(public_id=document_ref, pk__in=waiting).first()


def _tried(document: Document, party: Recipient) -> str:
    """The attempts that failed, in words."""
    rows = failed_attempts(document, party)
    return "；".join(f"{one.attempted_on:%Y-%m-%d}{one.get_method_display()}：{one.failure}" for one in rows)
