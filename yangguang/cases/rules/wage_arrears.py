"""What a roster adds up to: totals, compensation on top of what is overdue, and whether the criminal line is reached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from yangguang.kernel.money import FEN_IN_YUAN, in_figures, share
from yangguang.kernel.refusal import Refused
from yangguang.statutes import clause, keeps, overlays

COMPENSATION = ("LSR-2004:26#compensation", "LCL-2012:85")
ONE, MANY = "WPI-2013:3#one", "WPI-2013:3#many"


@dataclass(frozen=True)
class WageClaim:
    """What one worker is owed for which months, and what has been paid."""

    ref: str
    name: str
    owed_fen: int
    paid_fen: int = 0
    from_month: date = date.min
    to_month: date = date.min

    @property
    def unpaid_fen(self) -> int:
        """What is still owed."""
        return max(self.owed_fen - self.paid_fen, 0)

    @property
    def months(self) -> int:
        """How many calendar months the claim spans, both ends included."""
        return (self.to_month.year - self.from_month.year) * 12 + self.to_month.month - self.from_month.month + 1


@dataclass(frozen=True)
class RosterTotals:
    """The figures documents, compensation and thresholds are fed from."""

    workers: int = 0
    owed_fen: int = 0
    paid_fen: int = 0
    unpaid_fen: int = 0
    unpaid_workers: int = 0


def totals(claims: Iterable[WageClaim]) -> RosterTotals:
    """What a roster adds up to."""
    rows = list(claims)
    return RosterTotals(
        workers=len(rows), owed_fen=sum(r.owed_fen for r in rows), paid_fen=sum(r.paid_fen for r in rows),
        unpaid_fen=sum(r.unpaid_fen for r in rows), unpaid_workers=sum(1 for r in rows if r.unpaid_fen),
    )  # fmt: skip


def compensation_bounds() -> tuple[int, int]:
    """The least and the most percentage of compensation the law allows."""
    return clause(COMPENSATION[0]).bounds(unit="percent")


def percent_fault(percent: int) -> str:
    """Why a percentage of compensation is not allowed; empty when it is."""
    low, high = compensation_bounds()
    return "" if low <= percent <= high else "加付赔偿金应当为应付金额的百分之五十以上一倍以下。"


def compensation_of(claim: WageClaim, percent: int) -> int:
    """Compensation for one worker: on the overdue balance that is unpaid, paid to the worker, never a fine."""
    if fault := percent_fault(percent):
        raise Refused(fault, COMPENSATION, field="percent", remedy="请在法定幅度内填写比例。")
    return share(claim.unpaid_fen, percent)


@dataclass(frozen=True)
class CriminalLine:
    """Whether arrears reach the line for 拒不支付劳动报酬, by which item; `in_doubt` while the province's figure is wanted."""

    reached: bool
    reason: str
    clause: str = ""
    in_doubt: bool = False


@keeps(ONE, MANY)
def criminal_line(claims: Iterable[WageClaim], *, one_fen: int | None, many_fen: int | None) -> CriminalLine:
    """Compare arrears with the figures the province has set within the law's range. Asks for them only where they decide."""
    owing = [c for c in claims if c.unpaid_fen]
    together = sum(c.unpaid_fen for c in owing) if len(owing) >= LEAST_WORKERS else 0
    longest = max((c.unpaid_fen for c in owing if c.months >= LEAST_MONTHS), default=0)
    by_item = ((MANY, together, many_fen), (ONE, longest, one_fen))
    for item, owed, figure in by_item:
        if owed and owed >= _figure(item, figure)[1]:
            return CriminalLine(True, _reached_words(item, len(owing), owed), item)
    for item, owed, figure in by_item:
        if owed and owed >= _figure(item, figure)[0]:
            return CriminalLine(False, UNKNOWN, item, in_doubt=True)
    return CriminalLine(False, "没有达到移送的数额标准。", MANY)


def provincial_fen(item: str, *, region: str, on: date) -> tuple[int | None, str]:
    """The figure the province of a body has set for an item on a day, with its clause; none where nobody has recorded one."""
    found = overlays.governing(item, region=region, on=on) if region else None
    if found is None or found.level == "nation":
        return None, ""
    return found.governing.on(on).fen(OF_ITEM[item]), found.governing.id


OF_ITEM = {ONE: "one", MANY: "many"}
UNKNOWN = "本省拒不支付劳动报酬的数额标准还没有设定，或者不在司法解释的幅度内，不能判断是否达到移送标准。"
LEAST_WORKERS = clause(MANY).amount("workers", unit="person")
LEAST_MONTHS = clause(ONE).amount("months", unit="count")


def _figure(item: str, set_fen: int | None) -> tuple[int, int]:
    """From where the line may be, and from where it is reached for certain: the same where the province has set it."""
    low, high = (yuan * FEN_IN_YUAN for yuan in clause(item).bounds("owed", unit="yuan"))
    known = isinstance(set_fen, int) and low <= set_fen <= high
    return (set_fen, set_fen) if known and set_fen is not None else (low, high)


def _reached_words(item: str, workers: int, owed: int) -> str:
    if item == MANY:
        return f"拖欠{workers}名劳动者报酬，累计{in_figures(owed)}元，达到数额较大的标准。"
    return f"拖欠一名劳动者三个月以上报酬{in_figures(owed)}元，达到数额较大的标准。"
