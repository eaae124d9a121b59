"""Keep the counts in step with the files: a case is counted anew whenever it changes, the months follow by what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeVar

from django.db import transaction
from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Sum

from yangguang.base.models import Delivery
from yangguang.cases.api import Case, things_counted
from yangguang.reporting.models import CountedFact, MonthlyCount
from yangguang.reporting.rules.counting import Tally

AT_ONCE = 400
LISTENER = "reporting.count"
T = TypeVar("T")
Row = tuple[int, int, str, str, Any, int, str]  # case, body, what, detail, on, amount in 分, ref
Month = tuple[int, int, int, str, str]
MONTH = ("body_id", "year", "month", "what", "detail")


@transaction.atomic
def recount(case_ids: Collection[int]) -> int:
    """Count these cases anew; how many of their rows differed. Called twice, it changes nothing the second time."""
    bodies = dict(Case.objects.select_for_update().filter(pk__in=case_ids).order_by("pk").values_list("pk", "body_id"))
    held = {pk: row for pk, row in _held(bodies)}
    wanted = Counter(_things(bodies))
    surplus: list[int] = []
    delta: Counter[Month] = Counter()
    money: Counter[Month] = Counter()
    for pk, row in held.items():
        if wanted[row]:
            wanted[row] -= 1
        else:
            surplus.append(pk)
            _shift(delta, money, row, -1)
    missing = list(wanted.elements())
    for row in missing:
        _shift(delta, money, row, 1)
    for some in _by_lot(surplus):
        CountedFact.objects.filter(pk__in=some).delete()
    CountedFact.objects.bulk_create((_fact(row) for row in missing), batch_size=AT_ONCE)
    _move({month: (delta[month], money[month]) for month in sorted(delta) if delta[month] or money[month]})
    return len(surplus) + len(missing)


def count_the_uncounted() -> int:
    """Count the cases nobody has counted yet, of a site that is older than the counts; how many. Every case has a row."""
    counted = CountedFact.objects.filter(case=OuterRef("pk"))
    waiting = list(Case.objects.filter(~Exists(counted)).order_by("pk").values_list("pk", flat=True)[: AT_ONCE * 10])
    for some in _by_lot(waiting):
        recount(some)
    return len(waiting)


def on_their_way() -> QuerySet[Delivery]:
    """The changes of cases that have not been counted yet."""
    return Delivery.objects.filter(done_at=None, listener=LISTENER).order_by("pk")


def cases_behind(body_id: int) -> int:
    """How many cases of a body say something the counts do not know yet, or count nowhere; also those that left it meanwhile."""
    counted = CountedFact.objects.filter(case=OuterRef("pk"))
    theirs, changed = Q(body=body_id), Q(public_id__in=on_their_way().order_by().values("entry__file_ref"))
    left = Exists(counted.filter(body=body_id))
    return Case.objects.filter((changed & (theirs | left)) | (theirs & ~Exists(counted))).order_by().count()


def tallies(body_id: int, year: int) -> list[Tally]:
    """What a body's year comes to: one question of a few hundred rows, however many cases there are."""
    return tallies_of([body_id], year).get(body_id, [])


def tallies_of(body_ids: Collection[int], year: int) -> dict[int, list[Tally]]:
    """The same for several bodies, in one question too."""
    rows = MonthlyCount.objects.filter(body__in=body_ids, year=year).order_by().values_list("body_id", "what", "detail")
    found: dict[int, list[Tally]] = {}
    for body, *told in rows.annotate(count_of=Sum("count"), amount_of=Sum("amount_fen")):
        if told[2] or told[3]:
            found.setdefault(body, []).append(Tally(*told))
    return {body: sorted(known) for body, known in found.items()}


def tallies_from_files(body_id: int, year: int) -> list[Tally]:
    """The same, counted from the case files themselves."""
    counts: Counter[tuple[str, str]] = Counter()
    money: Counter[tuple[str, str]] = Counter()
    cases = Case.objects.filter(body=body_id).order_by("pk").values_list("pk", flat=True)
    for some in _by_lot(cases.iterator()):
        for one in things_counted(some):
            if one.on.year == year:
                counts[one.what, one.detail] += 1
                money[one.what, one.detail] += one.amount_fen
    return sorted(Tally(what, detail, count, money[what, detail]) for (what, detail), count in counts.items())


def faults(waiting: Collection[str] = ()) -> Iterator[str]:
    """Where the kept counts differ from the files, case by case, and the months from the rows; for `verify`. Cases whose
    change is still on its way, by public id, are left out.
    """
    cases = Case.objects.exclude(public_id__in=waiting).order_by("pk").values_list("pk", "body_id", "number")
    for some in _by_lot(cases.iterator()):
        bodies = {pk: body for pk, body, _ in some}
        held, wanted = Counter(row for _, row in _held(bodies)), Counter(_things(bodies))
        differing = {row[0] for row in (held - wanted) + (wanted - held)}
        yield from (f"案件{number}：统计明细与案卷不一致" for pk, _, number in some if pk in differing)
    yield from _faults_of_months()


def _faults_of_months() -> Iterator[str]:
    rows = CountedFact.objects.order_by().values_list("body_id", "on__year", "on__month", "what", "detail")
    wanted = {row[:5]: row[5:] for row in rows.annotate(n=Count("pk"), m=Sum("amount_fen"))}
    kept = MonthlyCount.objects.exclude(count=0, amount_fen=0).order_by()
    held = {
        row[:5]: row[5:]
        for row in kept.values_list("body_id", "year", "month", "what", "detail", "count", "amount_fen")
    }
    for month in sorted(month for month in wanted.keys() | held.keys() if wanted.get(month) != held.get(month)):
        yield f"{month[1]}年{month[2]}月的月度统计（{month[3]}）与统计明细不一致"


def _held(bodies: Iterable[int]) -> Iterator[tuple[int, Row]]:
    rows = CountedFact.objects.filter(case__in=list(bodies)).order_by("pk")
    for pk, *row in rows.values_list("pk", "case_id", "body_id", "what", "detail", "on", "amount_fen", "ref"):
        yield pk, tuple(row)  # type: ignore[misc]


def _things(bodies: dict[int, int]) -> Iterator[Row]:
    for one in things_counted(list(bodies)):
        yield (one.case_id, bodies[one.case_id], one.what, one.detail, one.on, one.amount_fen, one.ref)


def _fact(row: Row) -> CountedFact:
    case, body, what, detail, on, amount, ref = row
    return CountedFact(case_id=case, body_id=body, what=what, detail=detail, on=on, amount_fen=amount, ref=ref)


def _shift(delta: Counter[Month], money: Counter[Month], row: Row, by: int) -> None:
    _, body, what, detail, on, amount, _ = row
    month = (body, on.year, on.month, what, detail)
    delta[month] += by
    money[month] += by * amount


def _move(changed: dict[Month, tuple[int, int]]) -> None:
    """Add to the months what differs; those that were empty begin at nothing."""
    named = [dict(zip(MONTH, month, strict=True)) for month in changed]
    MonthlyCount.objects.bulk_create((MonthlyCount(**one) for one in named), ignore_conflicts=True, batch_size=AT_ONCE)
    for one, (count, amount) in zip(named, changed.values(), strict=True):
        MonthlyCount.objects.filter(**one).update(count=F("count") + count, amount_fen=F("amount_fen") + amount)


def months_of(body_id: int, year: int, what: Sequence[str]) -> dict[int, tuple[int, int]]:
    """How many of some things there were in each month, and how much money."""
    rows = MonthlyCount.objects.filter(body=body_id, year=year, what__in=what).order_by().values_list("month")
    return {month: (count, money) for month, count, money in rows.annotate(n=Sum("count"), m=Sum("amount_fen"))}


def _by_lot(rows: Iterable[T]) -> Iterator[list[T]]:
    """As many at once as one question bears."""
    left = iter(rows)
    while lot := list(islice(left, AT_ONCE)):
        yield lot
