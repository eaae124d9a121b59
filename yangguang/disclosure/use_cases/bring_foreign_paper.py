"""Take in a PDF from outside that is to go with a public copy."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger, vault
from yangguang.directory.api import Account
from yangguang.disclosure.collecting import private_in
from yangguang.disclosure.events.papers import ForeignPaperBrought
from yangguang.disclosure.foreign_papers import looked_into
from yangguang.disclosure.models import ForeignPaper
from yangguang.disclosure.policy import publisher_fault
from yangguang.disclosure.rules.checks import SCOPE, SECRECY
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.disclosure.use_cases._paper import ANOTHER_HAND, NOTHING_TO_DO, takes_papers
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

PDF = ("application/pdf",)


@transaction.atomic
def bring_foreign_paper(
    *, publication_id: int, label: str, content: bytes, file_name: str, actor: Account, at: Moment
) -> ForeignPaper:
    """Keep the file as it came and its pages as pictures. Raises Refused for what is no PDF, is locked, damaged or endless."""
    publication = lock_publication(publication_id)
    if fault := publisher_fault(actor, publication):
        raise Refused(fault, SCOPE, remedy=ANOTHER_HAND)
    if not takes_papers(publication):
        raise Refused(f"这条公示信息{publication.get_status_display()}，不能再加附件。", SCOPE, remedy=NOTHING_TO_DO)
    if private := private_in(label, publication):
        raise Refused(f"附件名称会公开，不能含有“{private}”。", SECRECY, field="label")
    blob = vault.store_upload(content, name=file_name, kinds=PDF)
    pictures = looked_into(vault.path_of(blob.sha256))
    pages = [vault.store(one, media_type="image/jpeg").sha256 for one in pictures]
    paper = ForeignPaper.objects.create(
        publication=publication, label=label.strip(), original=blob, pages=pages, brought_by=actor, brought_on=at.day
    )
    event = ForeignPaperBrought(publication.number, len(pages), blob.sha256)
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
    return paper
