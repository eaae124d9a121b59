"""How long something stays public, read from the words of a list (D15): one number of months or years, or nothing."""

from __future__ import annotations

import re

from yangguang.kernel.numerals import in_chinese

MOST = 120
CHINESE = {in_chinese(number): number for number in range(1, MOST + 1)} | {"两": 2}
TERM = re.compile(r"([0-9]{1,3}|[零一二两三四五六七八九十百]{1,6}) *(个月|年)(?!度)")
MONTHS_OF = {"个月": 1, "年": 12}


def months_named(words: str) -> int | None:
    """The months when exactly one time is written (12个月, 一年); None where none or several are, or the law grades it."""
    found = TERM.findall(words)
    if len(found) != 1:
        return None
    written, unit = found[0]
    number = int(written) if written.isdigit() else CHINESE.get(written, 0)
    return number * MONTHS_OF[unit] or None
