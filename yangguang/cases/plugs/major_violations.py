"""What the publication of major violations plugs in: gates, panel, its row for the engine, the end of what has run out."""

from __future__ import annotations

from datetime import timedelta

from yangguang.base.events import SYSTEM
from yangguang.base.jobs import scheduled
from yangguang.cases.kinds.major_labour_violations import gates, panels
from yangguang.cases.lines import line
from yangguang.cases.models import MajorViolation
from yangguang.cases.use_cases.end_major_publication import end_all_that_ran_out
from yangguang.kernel.moment import Moment

__all__ = ["gates", "panels"]


@line("major_labour_violations")
def violation_row(ref: str) -> MajorViolation:
    """The publication the engine moves."""
    return MajorViolation.objects.select_for_update().get(public_id=ref)


@scheduled("cases.major_publications_run_out", title="到期停止公布重大劳动保障违法行为", every=timedelta(hours=1))
def end_publications_that_ran_out() -> int:
    """End every publication whose day is over."""
    return end_all_that_ran_out(actor=SYSTEM, at=Moment.now())
