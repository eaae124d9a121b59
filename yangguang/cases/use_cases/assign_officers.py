"""Name or replace the officers of a case."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.cases import standing
from yangguang.cases.events.investigating import OfficersAssigned
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Assignment, Case
from yangguang.cases.queries import ENDED
from yangguang.cases.upkeep_beside import has_open_lines
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def assign_officers(
    *, case_id: int, officers: Sequence[Officer], reason: str, actor: Account, at: Moment,
    seen_version: int | None = None,
) -> Case:  # fmt: skip
    """The first is the lead handler. Earlier assignments end that day and stay in the file; what they did stands."""
    case = lock_case(case_id, seen_version=seen_version)
    if case.status in ENDED and not has_open_lines(case):
        raise Refused("本案已经办结，不需要指定承办人。", "APL-2021:42.1#officers", remedy="案卷由档案管理人员保管。")
    before = standing.officers_on(case, at.day)
    if before and not reason.strip():
        raise Refused("更换承办人应当写明原因。", "APL-2021:42.1#officers", field="reason")
    if case.assignments.filter(ends_on=None, starts_on__gt=at.day).exists():
        raise Refused("更换日期不能早于现任承办人的指定日期。", "APL-2021:42.1#officers", field="occurred_at")
    taken = take(Taking(main_flow(case), case, "assign_officers", actor, at, {"officers": list(officers)}))
    kept = {officer.pk for officer in officers}
    for row in case.assignments.filter(ends_on=None).exclude(officer_id__in=kept):
        row.ends_on, row.reason = at.day, reason.strip()
        row.save(update_fields=["ends_on", "reason"])
    standing_now = {row.officer_id: row for row in case.assignments.filter(ends_on=None)}
    for position, officer in enumerate(officers, start=1):
        row = standing_now.get(officer.pk) or Assignment(case=case, officer=officer, starts_on=at.day)
        row.position = position
        row.save()
    announce(taken, OfficersAssigned([o.name for o in officers], reason.strip()), actor=actor, at=at)
    return case
