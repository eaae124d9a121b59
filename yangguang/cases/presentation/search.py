"""Searching and filtering the case list: views, filters, the order."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from yangguang.base import listing
from yangguang.base.seeking import Words
from yangguang.base.unchanged import while_unchanged
from yangguang.base.worded_counts import WordedCounts
from yangguang.base.worded_once import worded_once
from yangguang.cases.kinds.register import MAIN_LINES
from yangguang.cases.lacking import LACKS, lacking
from yangguang.cases.models import Assignment, Case, CaseKind, Clock
from yangguang.cases.presentation.approvals import steps_waiting_for
from yangguang.cases.presentation.long_lists import InOrder, NearestFirst, Rows
from yangguang.cases.presentation.typed import Typed, in_round_numbers, looked_up, numbered
from yangguang.cases.queries import WHOLE, Part, Seen, onlooker_of, parts_of, scope_of, seen_by, visible_in_parts
from yangguang.cases.rules.clocks import KINDS, Effect
from yangguang.cases.rules.flow import STAGE_LABELS, STAGES
from yangguang.directory.api import Account, Body
from yangguang.kernel import clock

OURS = [name for name, kind in KINDS.items() if kind.effect in {Effect.AGENCY_TERM, Effect.MEASURE_LIMIT}]
VIEWS = (("mine", "我的"), ("body", "本机构"), ("overdue", "逾期"), ("waiting", "待我"), ("", "全部"))
SORTS = {"number": "id", "opened": "opened_on", "status": "status"}
FILTERS = ("body", "stage", "kind", "year", "handler", "party", "no", "lack")
STATUSES_OF: dict[str, list[str]] = {
    stage: list(dict.fromkeys(s.name for flow in MAIN_LINES for s in flow.statuses if s.stage == stage))
    for stage, _ in STAGES
}
LONGEST = 60
MOST_KEYS_KEPT = 64  # by more of them no answer is kept: it would take more room than asking again takes time
Listed = Callable[[], list[Part]]


@dataclass(frozen=True)
class Wanted:
    """What was asked for, cleaned."""

    values: dict[str, str]

    @classmethod
    def of(cls, query: Any) -> Wanted:
        """The filters of an address; nonsense falls away."""
        values = {name: query.get(name, "").strip()[:LONGEST] for name in FILTERS}
        if values["stage"] not in STATUSES_OF:
            values["stage"] = ""
        if values["kind"] not in CaseKind.values:
            values["kind"] = ""
        if values["lack"] not in LACKS:
            values["lack"] = ""
        if values["body"] and not Body.objects.filter(public_id=values["body"]).exists():
            values["body"] = ""
        if not (
            values["year"].isascii()
            and values["year"].isdigit()
            and len(values["year"]) == 4
            and "0001" <= values["year"] < "9999"
        ):
            values["year"] = ""
        return cls(values)

    @cached_property
    def typed(self) -> Typed:
        """What the words in it fit."""
        return looked_up(self.values["party"], self.values["no"])

    def chosen(self) -> list[tuple[str, str]]:
        """The filters in words, for chips and the sheet's head."""
        words = {
            "stage": STAGE_LABELS.get(self.values["stage"], ""), "year": self.values["year"] and f"{self.values['year']}年",
            "kind": dict(CaseKind.choices).get(self.values["kind"], ""), "handler": self.values["handler"],
            "party": self.values["party"], "no": self.values["no"], "lack": LACKS.get(self.values["lack"], ("",))[0],
            "body": str(Body.objects.filter(public_id=self.values["body"]).first() or "") if self.values["body"] else "",
        }  # fmt: skip
        return [(name, str(words[name])) for name in FILTERS if self.values[name]]


def running() -> QuerySet[Clock]:
    """The agency's own running terms of every case: lists ask by them which case is next and which is late."""
    return Clock.objects.filter(stopped_on=None, kind__in=OURS, case__isnull=False).order_by()


@worded_once
def terms_of(keys: tuple[int, ...]) -> QuerySet[Clock]:
    """Those of these cases, the latest day first."""
    return running().filter(case__pk__in=keys).order_by("-due_on", "-pk")


class Asked(NamedTuple):
    """A list of which columns of the case decide what is in it, or few keys: it is asked for in words kept ready."""

    seen: Seen
    body: str | None
    stage: frozenset[str] | None
    kind: str | None
    year: frozenset[str] | None
    keys: tuple[int, ...] | None
    viewer: Viewer

    @property
    def is_long(self) -> bool:
        """Whether so many keys tell what is in it that nothing is kept by them."""
        return len(self.keys or ()) > MOST_KEYS_KEPT


class Viewer(NamedTuple):
    """What of a person and a day decides which cases a view has; `refs` are the files that wait for a signature."""

    pk: int
    body_id: int
    refs: tuple[str, ...]
    today: date


def viewer_of(account: Account) -> Viewer:
    """A person today."""
    refs = tuple(step.approval.file_ref for step in steps_waiting_for(account))
    return Viewer(account.pk, account.body_id, refs, clock.today())


def asked_of(account: Account, wanted: Wanted) -> Asked | None:
    """The list a person wants; None where more than columns of the case and few keys decides."""
    told, typed = wanted.values, wanted.typed
    if told["handler"] or told["lack"] or not typed.told_by_keys:
        return None
    stage, year = (frozenset({told[name]}) if told[name] else None for name in ("stage", "year"))
    keys = None if typed.keys is None else in_round_numbers(typed.keys)
    seen = seen_by(account) if keys is None else Seen(onlooker_of(account), WHOLE)
    return Asked(seen, told["body"] or None, stage, told["kind"] or None, year, keys, viewer_of(account))


def parts_asked(asked: Asked) -> list[Part]:
    """Its cases, in parts."""
    stage, year = (next(iter(one), "") for one in (asked.stage or (), asked.year or ()))
    told = {"body": asked.body, "stage": stage, "kind": asked.kind, "year": year, "handler": ""}
    cases, fits = parts_of(asked.seen), _fits(told)
    if asked.keys is not None:
        fits &= Q(pk__in=asked.keys)
    return [part.filter(fits) for part in cases] if fits else cases


def narrowed(account: Account, wanted: Wanted) -> list[Part]:
    """The cases a person may see that fit every filter. Few that hold what was typed are looked for once, and those alone."""
    typed, values = wanted.typed, wanted.values
    cases = visible_in_parts(account) if typed.keys is None else [Part(Case.objects.filter(scope_of(account)))]
    fits = _fits(values) & typed.fits
    if typed.keys is not None:
        fits &= Q(pk__in=typed.keys)
    if fits:
        cases = [part.filter(fits) for part in cases]
    if values["lack"]:
        cases = [replace(part, rows=lacking(part.rows, values["lack"], clock.today())) for part in cases]
    return numbered(cases, typed.number) if typed.number else cases


def _fits(values: Mapping[str, Any]) -> Q:
    """The filters by columns of the case and by who handles it."""
    fits = Q()
    if values["body"]:
        fits &= Q(body__public_id=values["body"])
    if values["stage"]:
        fits &= Q(status__in=STATUSES_OF[values["stage"]])
    if values["kind"]:
        fits &= Q(kind=values["kind"])
    if values["year"]:
        fits &= Q(opened_on__year=int(values["year"]))
    if values["handler"]:
        rows = Assignment.objects.filter(ends_on=None, officer__name__contains=values["handler"])
        fits &= Q(pk__in=rows.order_by().values("case_id"))
    return fits


def in_view(cases: list[Part], view: str, viewer: Viewer) -> list[Part]:
    """One of the counted views; the same list where it leaves nothing out."""
    if view == "mine":
        rows = Assignment.objects.filter(ends_on=None, officer__account_id=viewer.pk)
        return [part.filter(Q(pk__in=rows.order_by().values("case_id"))) for part in cases]
    if view == "body":
        ours = Q(body_id=viewer.body_id) | Q(acting_body_id=viewer.body_id)
        return cases if all(p.own for p in cases) else [p if p.own else p.filter(ours) for p in cases]
    if view == "overdue":
        late = running().filter(still=False, due_on__lt=viewer.today)
        return [part.filter(Q(pk__in=late.values("case_id"))) for part in cases]
    if view == "waiting":
        return [part.filter(Q(public_id__in=viewer.refs)) for part in cases] if viewer.refs else []
    return cases


def unsettled(cases: list[Part]) -> list[Part]:
    """Those with a running term of the agency's own."""
    return [part.filter(Q(pk__in=running().values("case_id"))) for part in cases]


def every_view(cases: list[Part], view: str, viewer: Viewer, unsettled_too: bool) -> list[Sequence[QuerySet[Case]]]:
    """The lists of a page that are counted: each view, and the unsettled of the one that is shown."""
    chosen = in_view(cases, view, viewer)
    beside = {key: listing.Beside(_rows_of(in_view(cases, key, viewer))) for key, _ in VIEWS if key != view}
    lists = [beside.get(key, _rows_of(chosen)) for key, _ in VIEWS]
    return [*lists, _rows_of(unsettled(chosen))] if unsettled_too else lists


def _rows_of(parts: list[Part]) -> Sequence[QuerySet[Case]]:
    return [part.rows for part in parts]


def counts_of(asked: Asked, view: frozenset[str], unsettled_too: frozenset[bool]) -> Any:
    """How many cases each of these lists has."""
    return (_counts if asked.is_long else _counts_kept)(asked, view, unsettled_too)


@WordedCounts
def _counts(asked: Asked, view: frozenset[str], unsettled_too: frozenset[bool]) -> Any:
    return every_view(parts_asked(asked), next(iter(view)), asked.viewer, True in unsettled_too)


_counts_kept = while_unchanged(_counts)


def ordered(cases: Listed, sort: str, waiting: int | None, words: Words | None = None) -> Rows:
    """By the column asked for; without one the nearest due day first, settled cases last.

    `waiting` is how many are not settled, where it has been counted; a list read from its beginning need not know it.
    """
    name, down = sort.lstrip("-"), sort.startswith("-")

    def rows() -> Sequence[QuerySet[Case]]:
        return _rows_of(cases())

    if name not in SORTS:
        return NearestFirst(
            rows,
            running,
            lambda: listing.counted(_rows_of(unsettled(cases())))[0] if waiting is None else waiting,
            down=down,
            words=words,
        )
    key = f"-{SORTS[name]}" if down else SORTS[name]
    words = words and replace(words, in_one=True)  # the next terms of its cases are asked for besides
    return InOrder(rows, *([key] if name == "number" else [key, "-id"]), words=words)


class Shown(NamedTuple):
    """A list in a view and an order."""

    asked: Asked
    view: frozenset[str]
    sort: frozenset[str]


def shown(asked: Asked, view: str, sort: str, waiting: int | None) -> Rows:
    """The list in a view and an order, in words kept ready."""
    told = Shown(
        asked, frozenset({view}), frozenset({sort if sort.lstrip("-") in SORTS else "-" * sort.startswith("-")})
    )
    parts = len(asked.seen.which) + bool(asked.seen.outside) if view != "waiting" or asked.viewer.refs else 0
    words = Words(_again, told, Case, several=parts > 1, in_one=asked.is_long)
    return _again(told, waiting, words if parts else None)


def _again(told: Shown, waiting: int | None = None, words: Words | None = None) -> Rows:
    """It is made again from blanks when its words are put together."""
    ((view,), (sort,)) = told.view, told.sort
    return ordered(lambda: in_view(parts_asked(told.asked), view, told.asked.viewer), sort, waiting, words)
