"""Talk over a return the unit does not agree with; the draft then goes to review again, and only a pass lets it be issued."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.api import FLOWS, Case, Taking, draft_to_review, take
from yangguang.directory.api import Account, Role, accounts_holding
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.legal_review.documents import disagreement_record
from yangguang.legal_review.events import DisagreementSettled
from yangguang.legal_review.models import LegalReview, ReviewStatus
from yangguang.legal_review.use_cases._round import begin_round
from yangguang.records.api import make_document

CLAUSES = ("APL-2021:58.1", "GD-REV-2021:20.1")
MOST = 2000


@dataclass(frozen=True)
class Settlement:
    """What both sides say in writing, what they agreed on, and the head who brought them together."""

    unit_view: str
    review_view: str
    agreed: str
    presided_by: Account


@transaction.atomic
def settle_disagreement(*, case_id: int, settlement: Settlement, actor: Account, at: Moment) -> LegalReview:
    """The newest round was returned. Talking replaces no pass: a new round begins, with its own term."""
    case = Case.objects.select_for_update().get(pk=case_id)
    returned = LegalReview.objects.filter(case=case, line="case").order_by("-round").first()
    draft = draft_to_review(case)
    if returned is None or returned.status != ReviewStatus.RETURNED or draft is None:
        raise Refused("没有被退回、可以协调的审核意见。", CLAUSES, remedy="请先提交法制审核。")
    told = {name: _worded(settlement, name) for name in LABELS}
    head = settlement.presided_by
    if not accounts_holding(Role.AGENCY_HEAD, case.body, at.day).filter(pk=head.pk).exists():
        raise Refused("协调由本机关负责人主持。", CLAUSES, field="presided_by", remedy="请选择主持协调的机关负责人。")
    take(Taking(FLOWS["penalty"], case, "settle_disagreement", actor, at, {"draft": draft}))
    review = begin_round(case, draft, note=f"经协调重新送审：{told['agreed']}", actor=actor, on=at.day)
    reviewer = returned.reviewer.name if returned.reviewer else ""
    make_document(
        kind="disagreement_record", title=disagreement_record.TITLE, body=case.body, file_ref=case.public_id, volume="side",
        sheet=disagreement_record.sheet(
            returned, rows=[(label, told[name]) for name, label in LABELS.items()], on=at.day,
            signers=[("承办机构", actor.name), ("法制审核机构", reviewer), ("机关负责人", head.name)],
        ),
        dated_on=at.day, actor=actor, at=at,
    )  # fmt: skip
    ledger.record(
        DisagreementSettled(returned.round, review.round, told["agreed"], head.name, review.due_on.isoformat()),
        subject=review.subject, actor=actor, at=at,
    )  # fmt: skip
    return review


LABELS = {"unit_view": "承办机构的书面意见", "review_view": "法制审核机构的书面意见", "agreed": "协调的结果"}


def _worded(settlement: Settlement, name: str) -> str:
    words = clean(str(getattr(settlement, name)), label=LABELS[name], field=name, most=MOST, lines=True)
    if not words:
        raise Refused(f"请填写{LABELS[name]}。", CLAUSES, field=name, remedy="协调记录应当附双方的书面意见。")
    return words
