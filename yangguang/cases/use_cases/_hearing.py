"""What the acts on a hearing share: the hearing that stands, its chair, and the words for those who asked."""

from __future__ import annotations

from collections.abc import Iterable

from yangguang.cases.kinds.penalty.documents import hearing_papers
from yangguang.cases.models import Case, Hearing, HearingRequest, HearingStatus
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "APL-2021:64.1.4"
ANNOUNCEMENT_NUMBER = "监听公"


def hearing_of_chair(case: Case, actor: Account) -> Hearing:
    """The hearing that was notified, locked. Raises Refused when there is none or somebody else presides."""
    hearing = case.hearings.select_for_update().filter(status=HearingStatus.SET).last()
    if hearing is None:
        raise Refused("没有已经通知、尚未结束的听证。", "APL-2021:64.1.2", remedy="请先通知听证。")
    if hearing.chair_id != actor.pk:
        raise Refused("只有听证主持人可以办理。", CLAUSE, remedy=f"本次听证由{hearing.chair.name}主持。")
    return hearing


def names_of(requests: Iterable[HearingRequest]) -> str:
    """The parties that asked, each once."""
    return "、".join(dict.fromkeys(one.notice.party.name for one in requests))


def announced(hearing: Hearing, *, actor: Account, at: Moment, postponed: bool = False) -> None:
    """The announcement of a hearing that is held in public (APL-2021:64.1.3); none of one that is not."""
    if not hearing.in_public:
        return
    case = hearing.case
    make_document(
        kind="hearing_announcement", body=case.body, file_ref=case.public_id, dated_on=at.day,
        title=hearing_papers.ANNOUNCED_ANEW if postponed else hearing_papers.ANNOUNCED,
        sheet=hearing_papers.announcement(case, hearing=hearing, dated_on=at.day, postponed=postponed),
        number_kind=ANNOUNCEMENT_NUMBER, actor=actor, at=at,
    )  # fmt: skip
