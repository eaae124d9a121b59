"""Register numbers of what is published (公示登记号): 2026-0001 and on, gapless a body and year, so that a missing one shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from yangguang.base.number_ranges import in_words

PATTERN = "{year}-{n:04d}"
NUMBER = re.compile(r"(\d{4})-(\d{4,9})\Z", re.ASCII)


def faults(told: Iterable[tuple[str, str, str]]) -> Iterator[str]:
    """One sentence for each body and year with a number missing, twice there, or written otherwise; of `told`: the body's
    reference and name, and the number of each publication that is or was public.
    """
    names: dict[str, str] = {}
    series: dict[tuple[str, int], list[int]] = {}
    for ref, name, text in told:
        names[ref] = name
        if (found := NUMBER.match(text)) is None:
            yield f"{name}：公示登记号“{text}”的写法不对。"
        else:
            series.setdefault((ref, int(found[1])), []).append(int(found[2]))
    for (ref, year), numbers in sorted(series.items()):
        there = set(numbers)
        if missing := set(range(1, max(there) + 1)) - there:
            yield f"{names[ref]}{year}年的公示登记号缺{in_words(missing)}：有公开过的决定没有留下编号。"
        if twice := {one for one in there if numbers.count(one) > 1}:
            yield f"{names[ref]}{year}年的公示登记号重复：{in_words(twice)}。"
