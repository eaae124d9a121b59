"""Find what is public beside decisions, to the very row: lists, guides, flowcharts and reports (D02–D09, D16).

Passages are made of what stands whenever a copy comes, and go the moment it falls: what was taken back is found nowhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count

from yangguang.base.search import matches, terms
from yangguang.bulletin.models import Passage, ThingKind
from yangguang.bulletin.rules.rows import title_of_row
from yangguang.bulletin.word_index import CAP, WordIndex, tokens_of

PASSAGES = WordIndex("bulletin_passage_tokens", "passage_id")
PAGE = 20
READ = re.compile(r"[\u3400-\u9fff]")  # what is written for people, not the names a program gives
TITLE = 400


@dataclass
class FoundPassages:
    """A page of passages, the newest first; how many there are, and how they spread over kinds of things."""

    rows: list[Passage]
    total: int
    capped: bool = False
    by_kind: dict[str, int] = field(default_factory=dict)


def find_passages(words: str, *, kind: str = "", page: int = 1) -> FoundPassages:
    """A page of what holds every word. Bigrams propose, the text decides: what it does not bear out is left out of the page."""
    if not terms(words):
        return FoundPassages([], 0)
    every = Passage.objects.filter(pk__in=PASSAGES.matching(words)).order_by("-pk")
    by_kind = dict(every.order_by().values_list("kind").annotate(n=Count("pk")))
    total = by_kind.get(kind, 0) if kind else sum(by_kind.values())
    rows = every.filter(kind=kind) if kind else every
    start = (max(page, 1) - 1) * PAGE
    proposed = list(rows[start : start + PAGE])
    shown = [one for one in proposed if matches(one.text, words)]
    return FoundPassages(shown, total - (len(proposed) - len(shown)), total >= CAP, by_kind)


def count_passages(words: str) -> int:
    """How many passages hold the words, as the index has it."""
    return min(PASSAGES.counted(words), CAP)


def put_list(edition: Any) -> None:
    """The rows of an edition as it stands now, each a passage of its own; none of one that was taken back."""
    rows = edition.rows if edition.stands else []
    _put(edition.ref, rows_of_list(edition, rows))


def rows_of_list(edition: Any, rows: Iterable[dict[str, Any]]) -> Iterator[Passage]:
    """Passages of a list, its name in each: who looks for the list finds its rows."""
    for row in rows:
        cells = row["cells"]
        yield _passage(
            edition, ThingKind.LIST, code=str(row["code"]), title=title_of_row(edition.columns, cells), within=edition.title,
            said=[edition.list_label, *map(str, cells.values())],
        )  # fmt: skip


def put_guide(guide: Any) -> None:
    """One guide as it was adopted."""
    _put(guide.ref, [of_guide(guide)])


def of_guide(guide: Any) -> Passage:
    """The passage of a guide: all fifteen fields."""
    return _passage(guide, ThingKind.GUIDE, code=guide.code, title=guide.name, within="服务指南", said=[guide.words])


def put_flowchart(chart: Any) -> None:
    """One flowchart, station by station."""
    _put(chart.ref, [of_flowchart(chart)])


def of_flowchart(chart: Any) -> Passage:
    """The passage of a flowchart: every sentence that stands in it."""
    return _passage(chart, ThingKind.FLOWCHART, title=chart.title, within="执法流程图", said=_said(chart.outline))


def put_report(report: Any, earlier: Iterable[str]) -> None:
    """One version of an annual report, in the place of those before it."""
    for ref in earlier:
        remove(ref)
    _put(report.ref, [of_report(report)])


def of_report(report: Any) -> Passage:
    """The passage of a report: its text part and the names of its columns."""
    return _passage(report, ThingKind.REPORT, title=report.title, within="统计年报", said=_said(report.content))


def remove(ref: str) -> None:
    """Let nothing of a thing be found any more."""
    _put(ref, [])


def indexed(made: Iterable[Passage]) -> list[tuple[int, list[str]]]:
    """Row numbers and tokens."""
    return [(one.pk, tokens_of(one.text)) for one in made]


def _put(ref: str, made: Iterable[Passage]) -> None:
    """Take out what was found of a thing and put in what is to be found of it now."""
    held = list(Passage.objects.filter(ref=ref).values_list("pk", flat=True))
    PASSAGES.remove_many(held)
    Passage.objects.filter(pk__in=held).delete()
    PASSAGES.put_many(indexed(kept(made)))


def kept(made: Iterable[Passage]) -> list[Passage]:
    """Passages stored in their order: the first stands first among what is found."""
    rows = list(made)
    for position, one in enumerate(rows, start=1):
        one.position = position
    return Passage.objects.bulk_create(reversed(rows))


def _passage(thing: Any, kind: ThingKind, *, title: str, within: str, said: Iterable[str], code: str = "") -> Passage:
    made = Passage(
        kind=kind, ref=thing.ref, code=code[:80], title=(title or within)[:TITLE], within=within[:240],
        body_ref=thing.body_ref, body_name=thing.body_name,
    )  # fmt: skip
    made.text = " ".join([made.heading, *(piece for piece in said if piece)])
    return made


def _said(content: Any) -> Iterator[str]:
    """Every sentence in plain data."""
    if isinstance(content, str):
        yield from [content] if READ.search(content) else []
    elif isinstance(content, dict):
        for value in content.values():
            yield from _said(value)
    elif isinstance(content, list):
        for value in content:
            yield from _said(value)
