"""Take one worker out of a case's roster, with the reason; the row stays in the file."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.models import RosterWorker
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._roster import amounts_are_free, announce, locked_case
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def remove_roster_worker(*, worker: RosterWorker, reason: str, actor: Account, at: Moment) -> RosterWorker:
    """Out of the roster. Refused for somebody who has been paid under it."""
    owner = locked_case(worker.case, actor, "更新劳动者名册")
    amounts_are_free(owner)
    row = RosterWorker.objects.select_for_update().get(pk=worker.pk)
    if row.removed_on is not None:
        raise Refused("这名劳动者已经移出名册。", "MWR-2019:50", remedy="请刷新名册。")
    if row.paid_fen:
        raise Refused("这名劳动者已有支付记录，不能移出名册。", "MWR-2019:50", remedy="请修改应付金额。")
    row.removed_on, row.removal_reason = at.day, worded(reason, label="移出理由", field="reason", most=200)
    row.save(update_fields=["removed_on", "removal_reason"])
    announce(owner, f"移出第{row.position}号", 1, actor, at, reason=row.removal_reason)
    return row
