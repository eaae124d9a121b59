"""One act against several norms that threaten fines: the one with the higher fine measures it (APL-2021:29)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from yangguang.kernel.money import in_figures
from yangguang.statutes import keeps

CLAUSE = "APL-2021:29#higher_fine"


@dataclass(frozen=True)
class Norm:
    """What one clause threatens in this case, in 分."""

    clause: str
    low_fen: int
    high_fen: int


@keeps(CLAUSE)
def decisive(norms: Sequence[Norm]) -> tuple[Norm, ...]:
    """The norm with the higher fine; several where they threaten the same, and either may be applied with reasons."""
    highest = max((one.high_fen for one in norms), default=0)
    return tuple(one for one in norms if one.high_fen == highest)


def is_measured(fine_fen: int, norms: Sequence[Norm], *, mitigated: bool = False, several_acts: bool = False) -> bool:
    """Whether a fine lies where the decisive norm puts it. Several acts are fined one by one: never above all together."""
    if several_acts:
        return fine_fen <= sum(one.high_fen for one in norms)
    return any(fine_fen <= one.high_fen and (mitigated or fine_fen >= one.low_fen) for one in decisive(norms))


def says(norms: Sequence[Norm]) -> str:
    """The range of the decisive norms, as a refusal tells it."""
    ends = dict.fromkeys((one.low_fen, one.high_fen) for one in decisive(norms))
    return "，或者".join(f"{in_figures(low)}—{in_figures(high)} 元" for low, high in ends)
