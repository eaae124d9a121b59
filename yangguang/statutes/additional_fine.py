"""The additional fine for paying late (加处罚款): a daily share of what is unpaid, never more than the fine itself."""

from __future__ import annotations

from datetime import date

from yangguang.kernel.money import share
from yangguang.statutes.keepers import keeps
from yangguang.statutes.library import clause


@keeps("APL-2021:72.1.1#rate", "APL-2021:72.1.1#cap")
def additional_fine(*, fine_fen: int, due_on: date, paid_on: date, days_not_counted: int = 0) -> int:
    """The 分 added from the day after the term until payment, less days of deferral, reconsideration or litigation."""
    daily_rate = clause("APL-2021:72.1.1#rate").on(paid_on).amount("daily_rate", unit="percent")
    cap = clause("APL-2021:72.1.1#cap").on(paid_on).amount("cap", unit="percent")
    days = max((paid_on - due_on).days - days_not_counted, 0)
    return min(share(fine_fen, daily_rate * days), share(fine_fen, cap))
