"""Set a hearing: who presides, when, where, in public or not; one notice to all who asked (APL-2021:64.1.2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from yangguang.cases import standing
from yangguang.cases.events.hearings import HearingNotified
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import hearing_papers
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, Hearing, HearingRequest
from yangguang.cases.third_parties import recipient_for
from yangguang.cases.use_cases._hearing import announced, names_of
from yangguang.cases.use_cases._hearing_room import ThirdParty, admitted
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import Document, make_document

CLAUSE = "APL-2021:64.1.2"
NUMBER_KIND = "监听通"


@transaction.atomic
def notify_hearing(
    *, case_id: int, chair: Account, chair_conflicted: bool, clerk_name: str, set_for: datetime, place: str,
    in_public: bool, actor: Account, at: Moment, member_names: Sequence[str] = (), closed_ground: str = "",
    third_parties: Sequence[ThirdParty] = (), seen_version: int | None = None,
) -> Hearing:  # fmt: skip
    """The chair belongs to the body and never investigated this case. The notice still has to be served; the seven net
    working days run from its service. Those whom the outcome touches besides (`third_parties`) are told like the parties.
    """
    case = lock_case(case_id, seen_version=seen_version)
    requests = standing.pending_hearing_requests(case)
    if not requests:
        raise Refused("没有等候安排的听证申请。", CLAUSE, remedy="请先登记听证申请。")
    if chair.body_id != case.body_id:
        raise Refused("听证主持人应当是本机关人员。", "APL-2021:64.1.4", field="chair", remedy="请另选。")
    keep_secret(case, {"third_parties": ThirdParty.written(third_parties)}, at_hearing=True)
    given = {
        "chair": chair, "chair_conflicted": chair_conflicted, "set_for": set_for, "in_public": in_public,
        "closed_ground": closed_ground, "staff": [*member_names, clerk_name.strip()],
    }  # fmt: skip
    taken = take(Taking(FLOWS["penalty"], case, "notify_hearing", actor, at, given))
    hearing = Hearing(
        case=case, chair=chair, member_names=[name.strip() for name in member_names if name.strip()],
        clerk_name=clerk_name.strip(), set_for=set_for, place=place.strip(), in_public=in_public,
        closed_ground="" if in_public else closed_ground,
        third_parties=admitted(case, third_parties, (chair.name, clerk_name.strip(), *member_names), at),
    )  # fmt: skip
    hearing.third_parties = [
        one | {"recipient_ref": recipient_for(hearing, one).public_id} for one in hearing.third_parties
    ]
    hearing.notice = notice_of(case, hearing, requests, actor=actor, at=at)
    hearing.save()
    announced(hearing, actor=actor, at=at)
    HearingRequest.objects.filter(pk__in=[one.pk for one in requests]).update(hearing=hearing)
    event = HearingNotified(hearing.notice.number, set_for, hearing.place, in_public)
    announce(taken, event, actor=actor, at=at)
    return hearing


def notice_of(
    case: Case, hearing: Hearing, requests: Sequence[HearingRequest], *, actor: Account, at: Moment, postponed: str = ""
) -> Document:
    """The numbered paper that tells time and place; one that postpones says why."""
    kind = "hearing_postponement" if postponed else "notice_of_hearing"
    title = hearing_papers.POSTPONED if postponed else hearing_papers.NOTICE
    sheet = hearing_papers.notice(
        case, hearing=hearing, parties=names_of(requests), dated_on=at.day, postponed=postponed
    )
    return make_document(
        kind=kind, title=title, body=case.body, file_ref=case.public_id, dated_on=at.day, sheet=sheet,
        number_kind=NUMBER_KIND, actor=actor, at=at,
    )  # fmt: skip
