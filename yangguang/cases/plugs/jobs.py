"""What happens to cases by itself: fines whose term has passed are marked every day."""

from __future__ import annotations

from datetime import timedelta

from yangguang.base.events import SYSTEM
from yangguang.base.jobs import scheduled
from yangguang.cases.use_cases.mark_unfulfilled import mark_all_unfulfilled
from yangguang.kernel.moment import Moment


@scheduled("cases.overdue_fines", title="标记逾期未缴的罚款", every=timedelta(hours=1))
def mark_overdue_fines() -> int:
    """Mark every case whose term of payment has passed."""
    return mark_all_unfulfilled(actor=SYSTEM, at=Moment.now())
