"""The additional fine for paying late (加处罚款): a daily share of what is unpaid, never more than the fine itself."""

from __future__ import annotations

from datetime import date

from yangguang.kernel.money import share
from yangguang.statutes.keepers import keeps
from yangguang.statutes.library import clause


@keeps("APL-2021:72.1.1#rate", "APL-2021:72.1.1#cap")
def additional_fine(*, fine_fen: int, due_on: date, paid_on: date, days_not_counted: int = 0) -> int:
    """The 分 added from the day after the term until payment, less days of deferral, reconsideration or litigation."""
    days = max((paid_on - due_on).days - days_not_counted, 0)
    return min(share_of_days(fine_fen, days, on=paid_on), most_of(fine_fen, on=paid_on))


def share_of_days(unpaid_fen: int, days: int, *, on: date) -> int:
    """What some days of lateness add to an amount that stayed the same on all of them."""
    return share(unpaid_fen, daily_percent(on=on) * days)


def daily_percent(*, on: date) -> int:
    """The percent of what is unpaid that each day adds."""
    return clause("APL-2021:72.1.1#rate").on(on).amount("daily_rate", unit="percent")


def most_of(fine_fen: int, *, on: date) -> int:
    """The most that may be added to a fine."""
    return share(fine_fen, clause("APL-2021:72.1.1#cap").on(on).amount("cap", unit="percent"))
