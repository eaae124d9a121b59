"""The range of money a clause allows, in 分: fixed, per worker, per worker and month, or a share of a base."""

from __future__ import annotations

from dataclasses import dataclass

from yangguang.kernel.money import FEN_IN_YUAN, share
from yangguang.kernel.refusal import Refused
from yangguang.statutes.clause import Clause, Value, WrongUnit
from yangguang.statutes.keepers import keeps
from yangguang.statutes.library import clause as clause_of


@dataclass(frozen=True)
class MoneyRange:
    """The least and the most a clause allows, both included."""

    low_fen: int
    high_fen: int

    def __contains__(self, fen: int) -> bool:
        return self.low_fen <= fen <= self.high_fen


@keeps(
    "EPL-2015:66",
    "FWP-2012:13#fine",
    "HRM-2018:42.1",
    "HRM-2018:42.2",
    "HRM-2018:43",
    "LCL-2012:84.2",
    "LCL-2012:85",
    "LCL-2012:92.1#with_gains",
    "LCL-2012:92.2",
    "LCLR-2008:33",
    "LSR-2004:23",
    "LSR-2004:25#fine",
    "LSR-2004:26#compensation",
    "LSR-2004:27.1",
    "LSR-2004:28.1",
    "LSR-2004:30.1#fine",
    "MWR-2019:54#person",
    "MWR-2019:54#unit",
    "MWR-2019:55",
    "MWR-2019:56",
    "MWR-2019:57",
    "SIL-2018:84",
    "UCL-2002:6.1",
    "UCL-2002:6.2",
    "UCL-2002:8",
)
def money_range(
    clause: str | Clause, name: str = "", *, people: int = 1, months: int = 1, base_fen: int | None = None
) -> MoneyRange:
    """What the clause allows for this many people and months, or for this base (gains, wages hidden, wages due)."""
    resolved = clause_of(clause) if isinstance(clause, str) else clause
    value = _money_value(resolved, name)
    low, high = (value.amount, value.amount) if value.amount is not None else (value.low or 0, value.high or 0)
    if value.unit == "percent":
        if base_fen is None or base_fen < 0:
            raise Refused(
                "没有填写计算基数，不能算出幅度。", resolved.id, remedy="请先确定违法所得、应付或者瞒报的金额。"
            )
        return MoneyRange(share(base_fen, low), share(base_fen, high))
    times = _times(value, resolved.id, people, months)
    return MoneyRange(low * FEN_IN_YUAN * times, high * FEN_IN_YUAN * times)


def _money_value(clause: Clause, name: str) -> Value:
    value = clause.value(name) if name or len(clause.values) <= 1 else next(iter(clause.values.values()))
    if value.unit not in {"yuan", "percent"}:
        raise WrongUnit(f"{clause.id} counts {value.name} in {value.unit}, not in money")
    return value


def _times(value: Value, clause_id: str, people: int, months: int) -> int:
    if people < 1 or months < 1:
        raise Refused("人数、月数至少是1。", clause_id, remedy="请核对人数和月数。")
    match value.per:
        case "worker" | "person":
            return people
        case "worker_month":
            return people * months
    return 1
