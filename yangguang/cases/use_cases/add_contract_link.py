"""Enter one link of a project's contract chain."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.wages import ContractChainChanged
from yangguang.cases.models import Case, ChainLevel, ChainRelation, ContractLink
from yangguang.cases.use_cases._contract_chain import placed, values_of
from yangguang.cases.use_cases._roster import locked_case
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@transaction.atomic
def add_contract_link(
    *, case: Case, level: str, name: str, above: ContractLink | None = None, relation: str = ChainRelation.CONTRACT,
    code: str = "", qualified: bool = True, hired_workers: bool = False, price_overdue_fen: int = 0, note: str = "",
    actor: Account, at: Moment,
) -> ContractLink:  # fmt: skip
    """One more link, under the one that gave it the work. Only an owner stands at the top."""
    owner = locked_case(case, actor, "更新承包关系")
    placed(owner, level=level, relation=relation, above=above)
    link = ContractLink.objects.create(
        case=owner, above=above, level=level, relation=relation, qualified=qualified, hired_workers=hired_workers,
        **values_of(name=name, code=code, note=note, price_overdue_fen=price_overdue_fen),
    )  # fmt: skip
    event = ContractChainChanged(f"登记{ChainLevel(level).label}", link.name)
    ledger.record(event, subject=owner.subject, actor=actor, at=at)
    return link
