"""Re-derive a whole log from its files: every entry, tile, root and signature. Each fault is one Chinese sentence."""

from __future__ import annotations

from collections.abc import Iterator

from yangguang.base.tlog import cosigned, second_line, store
from yangguang.base.tlog.keys import KeyUnusable
from yangguang.base.tlog.leaves import FORM
from yangguang.base.tlog.log import TO_RESUME, Log
from yangguang.base.tlog.store import Damaged


def faults(log: Log) -> Iterator[str]:
    """Nothing for a sound log, and for one that has not begun."""
    if not log.begun:
        return
    if reason := log.held_because():
        yield f"日志停止签名：{reason}{TO_RESUME}"
    try:
        with log.alone():  # between two writings, not in the middle of one
            head, whole = log.head(), log.last.exists() and log.last.is_public()
            served = log.published() if whole or log.checkpoint_path.exists() else head
    except (KeyUnusable, OSError, ValueError) as fault:
        yield f"日志头读不出来或者签名不对：{fault}"
        return
    if served != head if whole else served.size > head.size:
        yield f"公开的日志头是第 {served.size} 条，最后一次签名是第 {head.size} 条，两者不一致。"
    found = list(store.faults(log.store, 0, head.size)) + list(_misplaced(log, head.size))
    yield from (f"日志文件不对：{fault}" for fault in found)
    if not found and log.store.root(head.size) != head.root:
        yield "由日志文件推算的树根与最后一次签名不一致。"
    if not found:
        yield from cosigned.faults(log)
        yield from second_line.faults(log)


def _misplaced(log: Log, size: int) -> Iterator[str]:
    """Entries that do not name their own place: cut out of another log, or of another place of this one."""
    try:
        for place, entry in log.store.entries(0, size):
            if b'"seq":%d,' % place not in entry or b'"v":%d,' % FORM not in entry:
                yield f"第 {place} 条写的不是自己的位置"
    except Damaged:
        return
