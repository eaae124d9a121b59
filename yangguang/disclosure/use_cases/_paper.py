"""Lock a paper from outside for an act of a publisher."""

from __future__ import annotations

from yangguang.directory.api import Account
from yangguang.disclosure.models import ForeignPaper, Publication
from yangguang.disclosure.policy import publisher_fault
from yangguang.disclosure.rules.checks import SCOPE
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.kernel.refusal import Refused


def lock_paper(paper_id: int, actor: Account) -> tuple[ForeignPaper, Publication]:
    """The paper and its locked publication. Raises Refused for others, and for what was dropped or is no longer prepared."""
    paper = ForeignPaper.objects.select_related("original", "made").get(pk=paper_id)
    publication = lock_publication(paper.publication_id)
    paper.refresh_from_db()
    if fault := publisher_fault(actor, publication):
        raise Refused(fault, SCOPE)
    if paper.dropped_on or not (publication.waits or publication.stands):
        raise Refused("这份附件已经决定不公开，或者公示信息不能再办理。", SCOPE)
    return paper, publication
