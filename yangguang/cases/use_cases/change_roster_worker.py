"""Change one row of a case's roster."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.models import RosterWorker
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.rules.roster_rows import RosterRow
from yangguang.cases.use_cases._roster import amounts_are_free, announce, locked_case
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused

LABELS = {
    "name": "姓名", "person_id": "身份证号码", "phone": "联系电话", "from_month": "起始月", "to_month": "截止月",
    "owed_fen": "应付金额", "agent": "班组",
}  # fmt: skip


@transaction.atomic
def change_roster_worker(
    *, worker: RosterWorker, row: RosterRow, reason: str, actor: Account, at: Moment
) -> RosterWorker:
    """The new values take the place of the old, with the reason. What has been paid stays, never more than what is owed."""
    owner = locked_case(worker.case, actor, "更新劳动者名册")
    kept = RosterWorker.objects.select_for_update().get(pk=worker.pk)
    why = worded(reason, label="更正理由", field="reason", most=200)
    if kept.removed_on is not None:
        raise Refused("这名劳动者已经移出名册。", "MWR-2019:50", remedy="请刷新名册。")
    if not (changed := [label for name, label in LABELS.items() if getattr(kept, name) != getattr(row, name)]):
        raise Refused("没有改动。", "MWR-2019:50", remedy="请修改后再保存，或者返回名册。")
    if row.owed_fen != kept.owed_fen:
        amounts_are_free(owner)
    if owner.workers.filter(person_id=row.person_id).exclude(pk=kept.pk).exists():
        raise Refused("身份证号码已在名册中。", field="person_id", remedy="请核对证件。")
    if row.owed_fen < kept.paid_fen:
        raise Refused(
            f"应付金额少于已付的{in_figures(kept.paid_fen)}元。", field="owed_fen", remedy="请核对应付和支付情况。"
        )
    for name in LABELS:
        setattr(kept, name, getattr(row, name))
    kept.save()
    announce(owner, f"更正第{kept.position}号的{'、'.join(changed)}", 1, actor, at, reason=why)
    return kept
