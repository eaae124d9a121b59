"""A legal day as sentences write it."""

from __future__ import annotations

from datetime import date


def in_words(day: date) -> str:
    """2026年11月20日: no leading zeros, no blanks."""
    return f"{day.year}年{day.month}月{day.day}日"
