"""Look again whether a decision has still to be kept from the public; what may be public is put on the list to publish."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import calendars, ledger, local_values
from yangguang.directory.api import Account
from yangguang.disclosure.events import ExemptionReviewed
from yangguang.disclosure.models import ExemptionOutcome, ExemptionReview, Publication, PublicationStatus
from yangguang.disclosure.policy import exemption_fault, may_withhold
from yangguang.disclosure.rules.terms import REVIEW_EXEMPTION, review_by
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.disclosure.use_cases.prepare_publication import decision_stands
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

WITHHOLDING = "GD-DISC-2021:15.1"
PERIOD = "exemption_review_months"


def next_review(publication: Publication, since: date) -> date:
    """The day until which to look again. Raises Refused while the body has not set how often."""
    months = int(local_values.value(PERIOD, chain=publication.body.public_id, on=since))
    return review_by(since, months=months, calendar=calendars.in_force())


@transaction.atomic
def review_exemption(*, publication_id: int, outcome: str, opinion: str, actor: Account, at: Moment) -> ExemptionReview:
    """Keep the opinion. Kept: the next look is due. Opened, by the agency head: it waits to be published."""
    publication = lock_publication(publication_id)
    if fault := exemption_fault(actor, publication):
        raise Refused(fault, REVIEW_EXEMPTION, remedy="请在“公示—不予公开”中选择要评估的信息。")
    if outcome not in ExemptionOutcome.values:
        raise Refused(
            "请选择评估结果。", REVIEW_EXEMPTION, field="outcome", remedy="请选“继续不予公开”或者“列入待公开”。"
        )
    if not opinion.strip():
        raise Refused(
            "请写明评估意见。", REVIEW_EXEMPTION, field="opinion", remedy="写明不予公开的情形是否仍然存在，依据是什么。"
        )
    if outcome == ExemptionOutcome.OPENED and not may_withhold(actor, publication):
        raise Refused(
            "不予公开是本机关负责人决定的，由其改变。",
            WITHHOLDING,
            field="outcome",
            remedy="请报本机关负责人评估，列入待公开。",
        )
    review = ExemptionReview.objects.create(
        publication=publication, reviewed_on=at.day, outcome=outcome, opinion=opinion.strip(), reviewed_by=actor
    )
    if outcome == ExemptionOutcome.KEPT:
        publication.exemption_review_by = next_review(publication, at.day)
    else:
        _open(publication)
    publication.save()
    event = ExemptionReviewed(
        publication.number, review.get_outcome_display(), review.opinion, publication.exemption_review_by
    )
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return review


def _open(publication: Publication) -> None:
    """Back to what has to be published; that it was withheld, why and by whom stays in the record."""
    decision_stands(publication)
    publication.status = PublicationStatus.PENDING
    publication.withholding_ground = publication.withholding_reason = publication.withheld_by_name = ""
    publication.withheld_on = publication.exemption_review_by = publication.exemption_filed_on = None
    publication.exemption_filed_with = publication.exemption_filing_number = ""
