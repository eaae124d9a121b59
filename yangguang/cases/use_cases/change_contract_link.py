"""Correct one link of a project's contract chain, with the reason."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.wages import ContractChainChanged
from yangguang.cases.models import ContractLink
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._contract_chain import ORDER, placed, values_of
from yangguang.cases.use_cases._roster import locked_case
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

LABELS = {
    "level": "层级", "above_id": "上一级", "relation": "承接方式", "name": "名称", "code": "代码", "qualified": "资格",
    "hired_workers": "招用", "price_overdue_fen": "未拨付工程款", "note": "说明",
}  # fmt: skip


@transaction.atomic
def change_contract_link(
    *, link: ContractLink, level: str, name: str, above: ContractLink | None, relation: str, code: str, qualified: bool,
    hired_workers: bool, price_overdue_fen: int, note: str, reason: str, actor: Account, at: Moment,
) -> ContractLink:  # fmt: skip
    """The new values take the place of the old; the ledger says which and why."""
    owner = locked_case(link.case, actor, "更正承包关系")
    row = ContractLink.objects.select_for_update().get(pk=link.pk)
    why = worded(reason, label="更正理由", field="reason", most=200)
    if row.removed_on is not None:
        raise Refused("这一级已经移出。", "MWR-2019:30.3", remedy="请刷新页面。")
    placed(owner, level=level, relation=relation, above=above, link=row)
    if any(ORDER.index(below.level) < ORDER.index(level) for below in row.below.filter(removed_on=None).order_by("pk")):
        raise Refused("下面承接的单位层级高于本级。", "MWR-2019:30.3", field="level", remedy="请先更正下一级。")
    new = {
        "level": level, "above_id": above.pk if above else None, "relation": relation, "qualified": qualified,
        "hired_workers": hired_workers, **values_of(name=name, code=code, note=note, price_overdue_fen=price_overdue_fen),
    }  # fmt: skip
    changed = [label for field, label in LABELS.items() if getattr(row, field) != new[field]]
    if not changed:
        raise Refused("没有改动。", "MWR-2019:30.3", remedy="请修改后再保存，或者返回名册。")
    for field, value in new.items():
        setattr(row, field, value)
    row.save()
    event = ContractChainChanged(f"更正{'、'.join(changed)}", row.name, why)
    ledger.record(event, subject=owner.subject, actor=actor, at=at)
    return row
