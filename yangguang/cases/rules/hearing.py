"""When a party must be told of its right to a hearing (APL-2021:63.1)."""

from __future__ import annotations

from collections.abc import Iterable

from yangguang.statutes import clause, keeps

OTHER_ITEMS = {
    "licence_suspension": "", "qualification_downgrade": "降低资质等级", "licence_revocation": "吊销许可证件",
    "business_restriction": "", "business_halt": "责令停产停业", "closure": "责令关闭", "employment_ban": "限制从业",
}  # fmt: skip


def needs_threshold(kinds: Iterable[str], fine_fen: int, confiscated_fen: int) -> bool:
    """Whether the local amount decides: there is money, and no other item of the clause settles it already."""
    return bool(fine_fen or confiscated_fen) and not _other_items(kinds)


@keeps("APL-2021:63.1", "APL-2021:63.1.1")
def hearing_reasons(
    kinds: Iterable[str], fine_fen: int, confiscated_fen: int, threshold_fen: int | None
) -> tuple[str, ...]:
    """Why a hearing right must be told; none when it need not. The threshold amount itself already counts (以上)."""
    found = list(_other_items(kinds))
    if threshold_fen is not None and fine_fen >= threshold_fen > 0:
        found.append("较大数额罚款")
    if threshold_fen is not None and confiscated_fen >= threshold_fen > 0:
        found.append("没收较大数额违法所得、没收较大价值非法财物")
    return tuple(found)


@keeps("APL-2021:64.1.5")
def too_many_agents(agents: int) -> bool:
    """Whether more people speak for a party than the law allows; coming without any is always allowed."""
    most = clause("APL-2021:64.1.5").value().high
    return most is None or agents > most


def _other_items(kinds: Iterable[str]) -> tuple[str, ...]:
    return tuple(label for kind in sorted(kinds) if (label := OTHER_ITEMS.get(kind, "")))
