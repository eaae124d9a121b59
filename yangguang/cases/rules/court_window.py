"""From which day the three months for asking the court run (ACL-2011:53, AJI-2018:156, APL-2021:72.2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yangguang.statutes import keeps


def remedies_end(terms: Sequence[date], *, after_reconsideration: date | None = None) -> date | None:
    """The day the party can contest no more: the later of both terms, or the fifteen days after a reconsideration."""
    return after_reconsideration or max(terms, default=None)


@keeps("APL-2021:72.2")
def court_window_from(*, remedies_end: date, deferral_end: date | None = None) -> date:
    """The day the term starts from: after a deferral, its end, though never before the remedies are over."""
    return max(remedies_end, deferral_end) if deferral_end else remedies_end
