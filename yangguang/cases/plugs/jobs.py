"""What happens to cases by itself: fines whose term has passed, and things held to their last day, are marked."""

from __future__ import annotations

from datetime import timedelta

from yangguang.base.events import SYSTEM
from yangguang.base.jobs import scheduled
from yangguang.cases.use_cases.keep_dated import keep_all_dated
from yangguang.cases.use_cases.mark_expired import mark_all_expired
from yangguang.cases.use_cases.mark_unfulfilled import mark_all_unfulfilled
from yangguang.kernel.moment import Moment


@scheduled("cases.overdue_fines", title="标记逾期未缴的罚款", every=timedelta(hours=1))
def mark_overdue_fines() -> int:
    """Mark every case whose term of payment has passed."""
    return mark_all_unfulfilled(actor=SYSTEM, at=Moment.now())


@scheduled("cases.held_too_long", title="标记期限届满的登记保存、查封扣押", every=timedelta(hours=1))
def mark_held_too_long() -> int:
    """Mark every preservation and measure whose last day has passed: it must be settled or released."""
    return mark_all_expired(actor=SYSTEM, at=Moment.now())


@scheduled("cases.dated", title="为没有期限的在办案件起算下一步的办理期限", every=timedelta(hours=1))
def keep_cases_dated() -> int:
    """Give every open case whose last date has passed the body's own term for its next step."""
    return keep_all_dated(actor=SYSTEM, at=Moment.now())
