"""The clock of a recording device: how far it is off, in words, and the true time of what it wrote down."""

from __future__ import annotations

from datetime import datetime, timedelta

MINUTE, HOUR = 60, 3600


def offset_in_words(seconds: int) -> str:
    """比标准时间快 1 分 5 秒: how far a device is ahead (positive) or behind."""
    if not seconds:
        return "准确"
    left, parts = abs(seconds), []
    for size, unit in ((HOUR, "小时"), (MINUTE, "分"), (1, "秒")):
        count, left = divmod(left, size)
        if count:
            parts.append(f"{count}{unit}")
    return f"{'快' if seconds > 0 else '慢'}{''.join(parts)}"


def true_time(written: datetime, ahead_seconds: int) -> datetime:
    """When it really was, if the device wrote this down while its clock was so far ahead."""
    return written - timedelta(seconds=ahead_seconds)
