"""What every entry and correction of a contract link shares: its place in the chain and its values, checked."""

from __future__ import annotations

from typing import Any

from yangguang.cases.models import Case, ChainLevel, ChainRelation, ContractLink
from yangguang.kernel.credit_codes import parse_credit_code
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

ORDER = (ChainLevel.OWNER, ChainLevel.GENERAL_CONTRACTOR, ChainLevel.SUBCONTRACTOR, ChainLevel.TEAM)


def placed(
    case: Case, *, level: str, relation: str, above: ContractLink | None, link: ContractLink | None = None
) -> None:
    """Only an owner stands at the top; whoever gives out work stands above; nobody stands above itself."""
    if level not in ChainLevel.values or relation not in ChainRelation.values:
        raise Refused("请从列表中选择层级和承接方式。", field="level")
    if level == ChainLevel.OWNER and above is not None:
        raise Refused("建设单位上面没有发包的单位。", field="above", remedy="请不要选择上一级。")
    if above is not None:
        if above.case_id != case.pk or above.removed_on is not None:
            raise Refused("上一级不在本案的承包关系中。", field="above", remedy="请重新选择。")
        if ORDER.index(ChainLevel(above.level)) > ORDER.index(ChainLevel(level)):
            raise Refused("上一级的层级低于本级。", field="above", remedy="请核对层级。")
        if link is not None and _stands_above(link, above):
            raise Refused("上一级不能是本单位，也不能是本单位下面的单位。", field="above", remedy="请重新选择。")


def values_of(*, name: str, code: str, note: str, price_overdue_fen: int) -> dict[str, Any]:
    """The written values, clean."""
    if price_overdue_fen < 0:
        raise Refused("未拨付的工程款不能是负数。", field="price_overdue_fen")
    return {
        "name": clean(name, label="名称或者姓名", most=120, least=1, field="name"),
        "code": parse_credit_code(code, field="code") if code.strip() else "",
        "note": clean(note, label="说明", most=200, field="note"), "price_overdue_fen": price_overdue_fen,
    }  # fmt: skip


def _stands_above(link: ContractLink, wanted: ContractLink) -> bool:
    walked: ContractLink | None = wanted
    while walked is not None and walked.pk != link.pk:
        walked = walked.above
    return walked is not None
