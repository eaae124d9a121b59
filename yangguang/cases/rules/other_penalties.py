"""Penalties other than a fine have to be carried out as well, and confiscated things leave a voucher (P49)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from yangguang.cases.rules.severity import in_order
from yangguang.statutes import keeps

TO_CARRY_OUT = (
    "confiscation_of_gains", "confiscation_of_goods", "licence_suspension", "qualification_downgrade",
    "licence_revocation", "business_restriction", "business_halt", "closure", "employment_ban",
)  # fmt: skip
CONFISCATIONS = frozenset({"confiscation_of_gains", "confiscation_of_goods"})
WAYS = {
    "paid_in": "款项已缴入国库", "auctioned": "公开拍卖，款项上缴国库", "handled": "按国家有关规定处理",
    "destroyed": "依法销毁（两名执法人员监督）", "licence_collected": "收缴或者注销许可证件", "checked": "现场核查已经履行",
}  # fmt: skip
FITTING = {
    "confiscation_of_gains": ("paid_in",),
    "confiscation_of_goods": ("auctioned", "handled", "destroyed"),
    "licence_suspension": ("licence_collected", "checked"),
    "qualification_downgrade": ("licence_collected", "checked"),
    "licence_revocation": ("licence_collected", "checked"),
}
WITHOUT_VOUCHER = "没收的财物没有处理凭证。"


@keeps("APL-2021:74.2")
def execution_fault(penalty: str, way: str, voucher: str) -> str:
    """Why this is no carrying out of the penalty, in words; empty when it is. What is confiscated goes to the treasury."""
    if penalty not in TO_CARRY_OUT or way not in FITTING.get(penalty, ("checked",)):
        return "执行方式与处罚种类不符。"
    return WITHOUT_VOUCHER if penalty in CONFISCATIONS and not voucher.strip() else ""


def left_to_carry_out(content: Mapping[str, Any], done: Collection[str]) -> list[str]:
    """The penalties of a decision that nobody has carried out yet, from light to heavy."""
    wanted = {kind for kind in content.get("penalties") or () if kind in TO_CARRY_OUT}
    return in_order(wanted - set(done))
