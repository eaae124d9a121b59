"""Draft a clarification beside a published decision and put it before the agency head (GIR-2019:6.2)."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from yangguang.base import approvals, ledger
from yangguang.base.approvals import Signer
from yangguang.directory.api import Account, Role
from yangguang.disclosure.clarified import PURPOSE, refuse_private
from yangguang.disclosure.events.clarifications import ClarificationDrafted
from yangguang.disclosure.models import Clarification, ClarificationStatus
from yangguang.disclosure.policy import publisher_fault
from yangguang.disclosure.rules.checks import SECRECY
from yangguang.disclosure.rules.clarifying import CLARIFYING, examined_fault, wording_fault
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

PLACES = (Signer("drafter", "起草人意见"), Signer(Role.AGENCY_HEAD, "机关负责人批准意见"))
LONGEST_TITLE, LONGEST_TEXT = 80, 2000


@transaction.atomic
def draft_clarification(
    *, publication_id: int, found: str, title: str, text: str, secrecy: Mapping[str, str], actor: Account, at: Moment
) -> Clarification:
    """By a publisher of the body, while the decision is public; one at a time. Nothing is public before the head agrees."""
    publication = lock_publication(publication_id)
    if fault := publisher_fault(actor, publication):
        raise Refused(fault, CLARIFYING)
    if not publication.stands:
        raise Refused("这条公示信息不在公开，不能附澄清公告。", CLARIFYING, remedy="请刷新页面查看现在的状态。")
    if Clarification.objects.filter(publication=publication, status=ClarificationStatus.WAITING).exists():
        raise Refused("已经有一份澄清公告等待批准。", CLARIFYING, remedy="请等候机关负责人批准或者退回。")
    told = {
        "found": clean(found, label="发现的信息", most=400, lines=True, field="found"),
        "title": clean(title, label="标题", most=LONGEST_TITLE, field="title"),
        "text": clean(text, label="澄清内容", most=LONGEST_TEXT, lines=True, field="text"),
    }
    missing, field = wording_fault(**told)
    if missing:
        raise Refused(missing, CLARIFYING, field=field, remedy="请写明准确的情况，不要复述不实的说法。")
    if fault := examined_fault(secrecy):
        raise Refused(fault, SECRECY, field="secrecy", remedy="请逐项审查、填写。")
    refuse_private(told["title"], told["text"], publication)
    row = Clarification.objects.create(
        publication=publication, secrecy=dict(secrecy), drafted_by=actor, drafted_on=at.day, **told
    )
    approvals.request(
        subject=row.subject, purpose=PURPOSE, title=f"批准{row}", proposal=row.proposal, signers=PLACES, opinion="请批准。",
        actor=actor, at=at,
    )  # fmt: skip
    event = ClarificationDrafted(publication.number, row.public_id, row.secrecy)
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return row
