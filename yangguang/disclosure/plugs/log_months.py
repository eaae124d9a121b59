"""The counts of each month: counted once it is over, made public, said in the public log, and counted again by `verify`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Any

from yangguang.base.events import SYSTEM
from yangguang.base.models import LogLeaf
from yangguang.base.outbox import listener
from yangguang.base.tlog import months, queue
from yangguang.base.tlog.leaves import BadLeaf, LeafType
from yangguang.base.tlog.site_log import site_log
from yangguang.base.tlog.store import Damaged
from yangguang.base.verifying import invariant
from yangguang.bulletin.api import months as public
from yangguang.disclosure.events.log import MonthCounted
from yangguang.disclosure.logged import Logged, logged
from yangguang.disclosure.month_counts import by_body, content_of, counted_months, first_month, is_on_its_way
from yangguang.disclosure.use_cases.count_month import count_month
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment

SETTLED = timedelta(minutes=2)  # an act of the last moment is committed by then
SUBJECT = "month-"


def count_months() -> int:
    """Count every month that is over and was not counted, the oldest first; how many. What waits to be said is waited for."""
    now, done = clock.now(), counted_months()
    due = [month for month in _until(months.month_of(now - SETTLED)) if month not in done]
    counted = 0
    for month in due:
        if is_on_its_way(months.begin_of(months.after(month))):
            break
        count_month(month=month, actor=SYSTEM, at=Moment.now())
        counted += 1
    return counted


@listener(MonthCounted, name="disclosure.log_month")
def make_public(entry: Any) -> None:
    """The numbers reach the public store and the log."""
    month, content = entry.facts["month"], entry.facts["content"]
    public.put_month(month, content=content, on=clock.legal_day(entry.recorded_at))
    queue.commit_to(
        entry, subject_ref=f"{SUBJECT}{month}", content=public.canonical_month(content), kind=LeafType.MONTH_COUNTS
    )


@logged
def standing_month(subject_ref: str) -> Logged | None:
    """The counts of the month of this name."""
    month = subject_ref.removeprefix(SUBJECT)
    content = content_of(month) if subject_ref.startswith(SUBJECT) else None
    if content is None:
        return None
    copy = public.month_named(month)
    return Logged(
        f"{month}的计数", public.canonical_month(content), public.canonical_month(copy.content) if copy else None,
        partial(public.put_month_proof, month),
    )  # fmt: skip


@invariant("log_months", title="存证月度计数与日志相符，没有漏计的月份")
def log_months() -> Iterator[str]:
    """Every month is counted anew: from the entries of the log, and body by body from the agency's own books."""
    log = site_log()
    if not log.begun:
        return
    try:
        told = months.counted(leaf for _, leaf in log.leaves())
    except (Damaged, BadLeaf, OSError, ValueError):
        return  # that the log is not sound is another check's to tell
    counted = counted_months()
    for month in sorted(counted):
        content = content_of(month) or {}
        yield from months.faults(content, told.get(month, {}))
        public_copy = public.month_named(month)
        if public_copy is not None and public_copy.content != content:
            yield f"{month}的计数：公示库中的数与账链上的不一致"
        again = {ref: months.in_its_form(content, numbers) for ref, numbers in by_body(month).items()}
        if {one["ref"]: _numbers(one) for one in content["bodies"]} != {ref: one for ref, one in again.items() if one}:
            yield f"{month}的计数：与机关的记录逐一计算的不一致"
    last = months.month_of(clock.now())
    yield from (f"{month}没有计数" for month in _until(last) if month not in counted and months.after(month) != last)


def _until(month: str) -> Iterator[str]:
    first = first_month() if LogLeaf.objects.exists() else ""
    yield from months.between(first, month) if first else ()


def _numbers(row: dict[str, Any]) -> dict[str, int]:
    return {name: value for name, value in row.items() if name not in {"ref", "name"}}
