"""Invariants that `yangguang verify` re-derives: each context registers its own, each fault is one Chinese sentence.

Reminders stand beside them: what is due or overdue is the agency's affair and leaves the site sound.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from django.conf import settings

from yangguang.base import ledger, number_ranges, numbers, vault
from yangguang.base.stores import stores
from yangguang.base.tlog import cosigned, fsck
from yangguang.base.tlog.site_log import site_log

Check = Callable[[], Iterator[str]]
_checks: dict[str, tuple[str, Check]] = {}
_reminders: dict[str, tuple[str, Check]] = {}
_anywhere: set[str] = set()  # what can be told without the desk's database


def invariant(name: str, *, title: str, anywhere: bool = False) -> Callable[[Check], Check]:
    """Register a check that yields one sentence for each fault it finds; `anywhere`: on the public site alone too."""

    def register(check: Check) -> Check:
        _checks[name] = (title, check)
        if anywhere:
            _anywhere.add(name)
        return check

    return register


def reminder(name: str, *, title: str, anywhere: bool = False) -> Callable[[Check], Check]:
    """Register a check of what is due or overdue: it warns, and is no fault of the record."""

    def register(check: Check) -> Check:
        _reminders[name] = (title, check)
        if anywhere:
            _anywhere.add(name)
        return check

    return register


def run(only: set[str] | None = None) -> Iterator[tuple[str, str, list[str]]]:
    """Each check's name, title and faults, in order of registration."""
    yield from _found(_checks, only)


def warnings(only: set[str] | None = None) -> Iterator[tuple[str, str, list[str]]]:
    """Each reminder's name, title and what it reminds of."""
    yield from _found(_reminders, only)


def _found(asked: dict[str, tuple[str, Check]], only: set[str] | None) -> Iterator[tuple[str, str, list[str]]]:
    alone = "default" not in stores()
    for name, (title, check) in asked.items():
        if alone and name not in _anywhere:
            continue
        if only is None or name in only:
            yield name, title, list(check())


@invariant("ledger", title="账链完整，没有缺失、改动和分叉")
def _ledger() -> Iterator[str]:
    for chain in ledger.chains():
        yield from ledger.faults(chain)


@invariant("vault", title="存件都在，内容与指纹一致")
def _vault() -> Iterator[str]:
    yield from vault.faults()


@invariant("numbers", title="文号连续，没有空号")
def _numbers() -> Iterator[str]:
    yield from numbers.faults()
    yield from number_ranges.faults()


@invariant("tlog", title="公示存证日志完整，没有改动、退回和分叉")
def _tlog() -> Iterator[str]:
    yield from fsck.faults(site_log())


@reminder("witnesses", title="公示存证日志的见证人联署够数、不旧")
def _witnesses() -> Iterator[str]:
    yield from cosigned.lacking(site_log(), settings.TLOG_COSIGNATURES, lately=settings.TLOG_COSIGNED_WITHIN)
