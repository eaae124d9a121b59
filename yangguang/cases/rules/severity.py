"""How heavy a proposed penalty is: never heavier because a party defended itself, never other than what was told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from yangguang.kernel.money import in_figures
from yangguang.statutes import keeps

# From light to heavy, as APL-2021:9 lists them.
ORDER = (
    "warning", "public_criticism", "fine", "confiscation_of_gains", "confiscation_of_goods", "licence_suspension",
    "qualification_downgrade", "licence_revocation", "business_restriction", "business_halt", "closure",
    "employment_ban", "other",
)  # fmt: skip
LABELS = {
    "warning": "警告", "public_criticism": "通报批评", "fine": "罚款", "confiscation_of_gains": "没收违法所得",
    "confiscation_of_goods": "没收非法财物", "licence_suspension": "暂扣许可证件",
    "qualification_downgrade": "降低资质等级", "licence_revocation": "吊销许可证件",
    "business_restriction": "限制开展生产经营活动", "business_halt": "责令停产停业", "closure": "责令关闭",
    "employment_ban": "限制从业", "other": "法律、行政法规规定的其他处罚",
}  # fmt: skip


@dataclass(frozen=True)
class Proposed:
    """What is to be imposed, on which facts and basis: from a notice or from a draft decision."""

    kinds: frozenset[str]
    fine_fen: int = 0
    confiscated_fen: int = 0
    facts: frozenset[str] = frozenset()
    basis: frozenset[str] = frozenset()

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> Proposed:
        """From the content of a notice or a draft."""
        return cls(
            frozenset(content.get("penalties", ())),
            int(content.get("fine_fen") or 0),
            int(content.get("confiscated_fen") or 0),
            frozenset(_plain(fact["text"]) for fact in content.get("facts", ())),
            frozenset(content.get("basis", ())),
        )


@keeps("APL-2021:45.2")
def heavier(told: Proposed, wanted: Proposed) -> str:
    """In which way a penalty is heavier than the one told, in words; empty when it is not."""
    if wanted.fine_fen > told.fine_fen:
        return f"拟决定的罚款 {in_figures(wanted.fine_fen)} 元高于告知的 {in_figures(told.fine_fen)} 元"
    if wanted.confiscated_fen > told.confiscated_fen:
        return f"拟没收 {in_figures(wanted.confiscated_fen)} 元，高于告知的 {in_figures(told.confiscated_fen)} 元"
    added = wanted.kinds - told.kinds
    if added and max(map(_weight, added)) > max(map(_weight, told.kinds), default=-1):
        return f"增加了更重的处罚种类：{named(added)}"
    if len(wanted.kinds) > len(told.kinds):
        return f"增加了处罚种类：{named(added)}"
    return ""


@keeps("APL-2021:44")
def beyond(told: Proposed, wanted: Proposed) -> str:
    """What a decision holds that the party was never told, in words; lighter on the same basis is not beyond."""
    if wanted.facts - told.facts:
        return "认定的事实超出了告知的事实"
    if wanted.basis - told.basis:
        return "适用的依据超出了告知的依据"
    if wanted.kinds - told.kinds:
        return f"处罚种类超出了告知的种类（{named(wanted.kinds - told.kinds)}）"
    if wanted.fine_fen > told.fine_fen or wanted.confiscated_fen > told.confiscated_fen:
        return "金额高于告知的金额"
    return ""


def in_order(kinds: Iterable[str]) -> list[str]:
    """Kinds of penalty from light to heavy."""
    return sorted(kinds, key=_weight)


def named(kinds: Iterable[str]) -> str:
    """Kinds of penalty in Chinese, from light to heavy."""
    return "、".join(LABELS[kind] for kind in in_order(kinds))


def _weight(kind: str) -> int:
    return ORDER.index(kind)


def _plain(text: str) -> str:
    return "".join(text.split())
