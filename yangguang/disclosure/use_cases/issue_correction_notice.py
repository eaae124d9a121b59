"""Make the notice by which the party is told what was put right in public (GIR-2019:41, 应当更正并告知)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.bulletin.api import Notice
from yangguang.disclosure.correction_sheet import NOTICE, notice_sheet
from yangguang.disclosure.events.corrections import CorrectionNoticeIssued
from yangguang.disclosure.models import CorrectionNotice, PublishedVersion
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.kernel.moment import Moment
from yangguang.records.api import make_document


@transaction.atomic
def issue_correction_notice(*, version: PublishedVersion, notice: Notice, actor: Actor, at: Moment) -> CorrectionNotice:
    """Once for each correction that was released, asked for however often."""
    publication = lock_publication(version.publication_id)
    known = CorrectionNotice.objects.filter(version=version).first()
    if known is not None:
        return known
    paper = make_document(
        kind="correction_notice", title=NOTICE, body=publication.body, file_ref=publication.case.public_id,
        dated_on=at.day, sheet=notice_sheet(publication, version, notice, day=at.day), number_kind="公更", actor=actor, at=at,
    )  # fmt: skip
    row = CorrectionNotice.objects.create(version=version, document=paper)
    event = CorrectionNoticeIssued(publication.number, version.number, paper.number)
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return row
