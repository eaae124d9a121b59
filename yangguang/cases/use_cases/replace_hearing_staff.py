"""Put other people in the place of a chair, member or clerk of a hearing; the parties are told who sits now (APL-2021:64.1.4)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.cases import standing
from yangguang.cases.events.hearings import HearingStaffReplaced
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import hearing_papers
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Hearing, HearingStatus
from yangguang.cases.use_cases._hearing import CLAUSE, names_of
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.notify_hearing import NUMBER_KIND
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document


@transaction.atomic
def replace_hearing_staff(
    *, case_id: int, chair: Account, clerk_name: str, reason: str, actor: Account, at: Moment,
    member_names: Sequence[str] = (), seen_version: int | None = None,
) -> Hearing:  # fmt: skip
    """Day and place stay. Whoever sits from now on is as independent as those who were named first."""
    case = lock_case(case_id, seen_version=seen_version)
    hearing = (
        case.hearings.select_for_update(of=("self",)).filter(status=HearingStatus.SET).select_related("chair").last()
    )
    if hearing is None:
        raise Refused("没有已经通知、尚未结束的听证。", "APL-2021:64.1.2", remedy="请先通知听证。")
    if chair.body_id != case.body_id:
        raise Refused("听证主持人应当是本机关人员。", CLAUSE, field="chair", remedy="请另选。")
    if not reason.strip():
        raise Refused("更换听证人员应当写明理由。", CLAUSE, field="reason")
    members = [name.strip() for name in member_names if name.strip()]
    if (chair.pk, members, clerk_name.strip()) == (hearing.chair_id, hearing.member_names, hearing.clerk_name):
        raise Refused("没有更换任何人员。", CLAUSE, field="chair", remedy="请另选主持人，或者改写听证员、记录员。")
    keep_secret(case, {"reason": reason})
    given = {"chair": chair, "staff": [*members, clerk_name.strip()]}
    taken = take(Taking(FLOWS["penalty"], case, "replace_hearing_staff", actor, at, given))
    before = hearing.chair.name
    hearing.chair, hearing.member_names, hearing.clerk_name = chair, members, clerk_name.strip()
    hearing.save()
    parties = names_of(standing.pending_hearing_requests(case))
    sheet = hearing_papers.staff_change(case, hearing=hearing, parties=parties, reason=reason, dated_on=at.day)
    paper = make_document(
        kind="hearing_staff_change", title=hearing_papers.CHANGED, body=case.body, file_ref=case.public_id,
        dated_on=at.day, sheet=sheet, number_kind=NUMBER_KIND, actor=actor, at=at,
    )  # fmt: skip
    announce(taken, HearingStaffReplaced(paper.number, before, chair.name), actor=actor, at=at)
    return hearing
