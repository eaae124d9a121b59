"""Change one row of a case's roster."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.models import RosterWorker
from yangguang.cases.rules.roster_rows import RosterRow
from yangguang.cases.use_cases._roster import amounts_are_free, announce, locked_case
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused


@transaction.atomic
def change_roster_worker(*, worker: RosterWorker, row: RosterRow, actor: Account, at: Moment) -> RosterWorker:
    """The new values take the place of the old. What has been paid stays and is never more than what is owed."""
    owner = locked_case(worker.case, actor, "更新劳动者名册")
    kept = RosterWorker.objects.select_for_update().get(pk=worker.pk)
    if row.owed_fen != kept.owed_fen:
        amounts_are_free(owner)
    if owner.workers.filter(person_id=row.person_id).exclude(pk=kept.pk).exists():
        raise Refused("身份证号码已在名册中。", field="person_id", remedy="请核对证件。")
    if row.owed_fen < kept.paid_fen:
        raise Refused(
            f"应付金额少于已付的{in_figures(kept.paid_fen)}元。", field="owed_fen", remedy="请核对应付和支付情况。"
        )
    kept.name, kept.person_id, kept.phone, kept.agent = row.name, row.person_id, row.phone, row.agent
    kept.from_month, kept.to_month, kept.owed_fen = row.from_month, row.to_month, row.owed_fen
    kept.save()
    announce(owner, f"修改第{kept.position}号", 1, actor, at)
    return kept
