"""Lock a paper from outside for an act of a publisher."""

from __future__ import annotations

from yangguang.directory.api import Account
from yangguang.disclosure.models import ForeignPaper, Publication
from yangguang.disclosure.policy import publisher_fault
from yangguang.disclosure.queries import may_stand_again
from yangguang.disclosure.rules.checks import SCOPE
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.kernel.refusal import Refused

ANOTHER_HAND = "请由本机关的公示员办理。"
NOTHING_TO_DO = "公示信息不再公开，附件也不公开，不需要再遮盖、确认。"


def takes_papers(publication: Publication) -> bool:
    """Whether a copy may still be released that papers go with."""
    return publication.waits or publication.stands or may_stand_again(publication)


def lock_paper(paper_id: int, actor: Account) -> tuple[ForeignPaper, Publication]:
    """The paper and its locked publication. Raises Refused for others, and for what was dropped or is no longer prepared."""
    paper = ForeignPaper.objects.select_related("original", "made").get(pk=paper_id)
    publication = lock_publication(paper.publication_id)
    paper.refresh_from_db()
    if fault := publisher_fault(actor, publication):
        raise Refused(fault, SCOPE, remedy=ANOTHER_HAND)
    if not takes_papers(publication):
        raise Refused(f"这条公示信息{publication.get_status_display()}，不能再办理附件。", SCOPE, remedy=NOTHING_TO_DO)
    if paper.dropped_on:
        raise Refused("这份附件已经决定不公开。", SCOPE, remedy="仍要公开的，请在“外来附件”中重新收入这份 PDF。")
    return paper, publication
