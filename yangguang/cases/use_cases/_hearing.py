"""What the acts on a hearing share: the hearing that stands, its chair, and the words for those who asked."""

from __future__ import annotations

from collections.abc import Iterable

from yangguang.cases.models import Case, Hearing, HearingRequest, HearingStatus
from yangguang.directory.api import Account
from yangguang.kernel.refusal import Refused

CLAUSE = "APL-2021:64.1.4"


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
