"""The clarifications of a publication as its copy carries them, and those that wait for the agency head."""

from __future__ import annotations

from yangguang.directory.api import Account, Role
from yangguang.disclosure.collecting import private_in
from yangguang.disclosure.models import Clarification, ClarificationStatus, Publication
from yangguang.disclosure.queries import clarifications_visible_to
from yangguang.disclosure.rules.checks import SECRECY
from yangguang.kernel.refusal import Refused

PURPOSE = "publish_clarification"


def clarifications_of(publication: Publication) -> list[list[str]]:
    """Day, title and words of each that was released, the oldest first."""
    rows = Clarification.objects.filter(publication=publication, status=ClarificationStatus.RELEASED).order_by("pk")
    return [[one.released_on.isoformat(), one.title, one.text] for one in rows if one.released_on is not None]


def refuse_private(title: str, text: str, publication: Publication) -> None:
    """Raises Refused where the words name anything that is hidden in the publication, or looks private: nobody is asked here."""
    for field, words in (("title", title), ("text", text)):
        if private := private_in(words, publication):
            raise Refused(f"澄清公告会公开，不能含有“{private}”。", SECRECY, field=field, remedy="请删去后再送审。")


def clarifications_to_approve(account: Account) -> list[Clarification]:
    """What publishers put before the agency head of the body."""
    if not account.holds(Role.AGENCY_HEAD):
        return []
    rows = clarifications_visible_to(account).filter(status=ClarificationStatus.WAITING)
    return list(rows.filter(publication__body=account.body_id).order_by("pk"))
