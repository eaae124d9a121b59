"""Enter one link of a project's contract chain."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.wages import ContractChainChanged
from yangguang.cases.models import Case, ChainLevel, ChainRelation, ContractLink
from yangguang.cases.use_cases._roster import locked_case
from yangguang.directory.api import Account
from yangguang.kernel.credit_codes import parse_credit_code
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

ORDER = (ChainLevel.OWNER, ChainLevel.GENERAL_CONTRACTOR, ChainLevel.SUBCONTRACTOR, ChainLevel.TEAM)


@transaction.atomic
def add_contract_link(
    *, case: Case, level: str, name: str, above: ContractLink | None = None, relation: str = ChainRelation.CONTRACT,
    code: str = "", qualified: bool = True, hired_workers: bool = False, price_overdue_fen: int = 0, note: str = "",
    actor: Account, at: Moment,
) -> ContractLink:  # fmt: skip
    """One more link, under the one that gave it the work. Only an owner stands at the top."""
    owner = locked_case(case, actor, "更新承包关系")
    if level not in ChainLevel.values or relation not in ChainRelation.values:
        raise Refused("请从列表中选择层级和承接方式。", field="level")
    if level == ChainLevel.OWNER and above is not None:
        raise Refused("建设单位上面没有发包的单位。", field="above", remedy="请不要选择上一级。")
    if above is not None:
        if above.case_id != owner.pk or above.removed_on is not None:
            raise Refused("上一级不在本案的承包关系中。", field="above", remedy="请重新选择。")
        if ORDER.index(ChainLevel(above.level)) > ORDER.index(ChainLevel(level)):
            raise Refused("上一级的层级低于本级。", field="above", remedy="请核对层级。")
    if price_overdue_fen < 0:
        raise Refused("未拨付的工程款不能是负数。", field="price_overdue_fen")
    link = ContractLink.objects.create(
        case=owner, above=above, level=level, relation=relation, qualified=qualified, hired_workers=hired_workers,
        name=clean(name, label="名称或者姓名", most=120, least=1, field="name"), price_overdue_fen=price_overdue_fen,
        code=parse_credit_code(code, field="code") if code.strip() else "",
        note=clean(note, label="说明", most=200, field="note"),
    )  # fmt: skip
    event = ContractChainChanged(f"登记{ChainLevel(level).label}", link.name)
    ledger.record(event, subject=owner.subject, actor=actor, at=at)
    return link
