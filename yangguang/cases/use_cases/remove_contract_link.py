"""Take a link out of a project's contract chain; the row stays in the file."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.wages import ContractChainChanged
from yangguang.cases.models import ContractLink
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._roster import locked_case
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def remove_contract_link(*, link: ContractLink, reason: str, actor: Account, at: Moment) -> ContractLink:
    """Out of the chain, with the reason. Refused while others stand below it."""
    owner = locked_case(link.case, actor, "更新承包关系")
    row = ContractLink.objects.select_for_update().get(pk=link.pk)
    if row.removed_on is not None:
        raise Refused("这一级已经移出。")
    if row.below.filter(removed_on=None).exists():
        raise Refused("下面还有承接的单位，不能移出。", field="link", remedy="请先移出下一级。")
    why = worded(reason, label="移出理由", field="reason", most=200)
    row.removed_on = at.day
    row.save(update_fields=["removed_on"])
    ledger.record(ContractChainChanged("移出", row.name, why), subject=owner.subject, actor=actor, at=at)
    return row
