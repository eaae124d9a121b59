"""Of each file, a run of `--daily` takes what fits into its share of time, cheapest first.

`durations.txt` keeps what a test took, all its examples together, where that was more than a moment; `--keep-durations`
writes it anew after a whole run. What took no more, or was never measured, is taken, and so is the cheapest of a file with
nothing else, unless it is dear. What is marked `daily` is always taken: the main walks, and what guards every door.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from pathlib import Path

KEPT = Path(__file__).parent / "durations.txt"
MOMENT = 0.2  # seconds; below that nobody needs to remember
SHARE = 0.3  # seconds of each file a day
SHARE_OF_THE_SECOND_DATABASE = 0.1  # in which what took no more than a moment counts as half of one
NEARLY_ALL = 5000  # tests: fewer are not a whole run, whose durations are kept
DEAR = 5.0  # seconds; a file whose every test takes longer stays out
_taken: dict[str, float] = defaultdict(float)


def add_options(parser):
    """`--daily` and `--keep-durations`."""
    parser.addoption("--daily", action="store_true", help="of each file only what fits into its share of a day")
    parser.addoption("--keep-durations", action="store_true", help="note anew what each test takes")


def known_durations() -> dict[str, float]:
    """Seconds by the name of a test without its examples."""
    lines = KEPT.read_text(encoding="utf-8").splitlines() if KEPT.exists() else []
    return {name: float(seconds) for seconds, _, name in (line.partition(" ") for line in lines)}


def of_the_day(items, *, second):
    """Those of the day in their order, on the first database or the second."""
    known, share = known_durations(), SHARE_OF_THE_SECOND_DATABASE if second else SHARE
    if second:
        known = dict.fromkeys(map(name_of, items), MOMENT / 2) | known
    files = [list(ones) for _, ones in groupby(items, key=lambda item: item.path)]
    chosen = {name for ones in files for name in _of_a_file(ones, known, share)}
    return [item for item in items if name_of(item) in chosen]


def longest_first(items):
    """The files in an order in which several processes end at about the same time, tests of a file as they stand."""
    known, files = known_durations(), defaultdict(list)
    for item in items:
        files[item.path].append(item)
    return [item for ones in sorted(files.values(), key=lambda ones: -_seconds_of(ones, known)) for item in ones]


def _seconds_of(items, known):
    names = sorted({name_of(item) for item in items})  # every process adds up in the same order
    return sum(known.get(name, MOMENT / 2) for name in names)


def _of_a_file(items, known, share):
    names = {name_of(item) for item in items}
    chosen = {name_of(item) for item in items if item.get_closest_marker("daily")} | (names - known.keys())
    used = 0.0
    for name in sorted(names - chosen, key=lambda one: (known[one], one)):
        used += known[name]
        if used <= (share if chosen else DEAR):
            chosen.add(name)
    return chosen


def name_of(item):
    """Where a test stands, its examples left out."""
    return item.nodeid.partition("[")[0]


def note(report):
    """One part of a test is over."""
    _taken[report.nodeid.partition("[")[0]] += report.duration


def keep():
    """Write down what took more than a moment, by name."""
    lines = (f"{seconds:.1f} {name}\n" for name, seconds in sorted(_taken.items()) if seconds > MOMENT)
    KEPT.write_text("".join(lines), encoding="utf-8")
