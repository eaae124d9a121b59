"""What follows on an order that stays unheeded though its disregard was punished (LSR-2004:18.1)."""

from __future__ import annotations

from enum import StrEnum


class Follows(StrEnum):
    """What the agency does next about it."""

    ORDERED_AGAIN = "ordered_again"
    PASSED_ON = "passed_on"
    WATCHED = "watched"
    IMPOSSIBLE = "impossible"


FOLLOWS = {
    Follows.ORDERED_AGAIN: "已再次责令限期改正",
    Follows.PASSED_ON: "移交有权机关处理",
    Follows.WATCHED: "列入重点监督检查，按期复查",
    Follows.IMPOSSIBLE: "客观上已经不能改正",
}
