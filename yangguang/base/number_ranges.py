"""Numbers allocated in advance (号段): a locked series is cut into runs for those who decide away from the office.

A number of a run is free, used or voided; it never comes back. A run that is handed in has its free numbers voided, so
that every number of the series can be accounted for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from django.db import transaction
from django.db.models import QuerySet

from yangguang.base.models.number import IssuedNumber, NumberRange, NumberSeries
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused

MOST = 500  # as many as a bound book of forms holds
UNUSED = "number_range"  # what a number stands for that was voided before any paper bore it


@transaction.atomic
def allocate(
    *, chain: str, kind: str, year: int, pattern: str, size: int, holder: tuple[str, str, str], on: date, by_name: str
) -> NumberRange:
    """The next `size` numbers of a series for a holder (kind, ref, name). Raises Refused for a size nobody needs."""
    if not 0 < size <= MOST:
        raise Refused(f"一次领用 1 至 {MOST} 个号码。", field="size")
    NumberSeries.objects.get_or_create(chain=chain, kind=kind, year=year, defaults={"pattern": pattern})
    series = NumberSeries.objects.select_for_update().get(chain=chain, kind=kind, year=year)
    first = series.upcoming
    series.upcoming = first + size
    series.save(update_fields=["upcoming"])
    return NumberRange.objects.create(
        series=series, first=first, last=first + size - 1, holder_kind=holder[0], holder_ref=holder[1],
        holder_name=holder[2], allocated_on=on, allocated_by_name=by_name,
    )  # fmt: skip


def held(*, chain: str, kind: str, year: int, holders: Collection[str]) -> list[NumberRange]:
    """The runs of a year that these holders have and have not handed in, the oldest first."""
    rows = NumberRange.objects.filter(
        series__chain=chain, series__kind=kind, series__year=year, holder_ref__in=holders, ended_on=None
    )
    return list(rows.select_related("series").order_by("pk"))


def free_in(one: NumberRange) -> list[int]:
    """The numbers of a run that stand on nothing yet, in order; none once it was handed in."""
    if one.ended_on is not None:
        return []
    given = set(_issued(one).values_list("number", flat=True))
    return [number for number in range(one.first, one.last + 1) if number not in given]


@transaction.atomic
def take(one: NumberRange, number: int, *, subject_kind: str, subject_ref: str) -> IssuedNumber:
    """Use one free number of a run. Raises Refused when it was used, voided, or is none of this run."""
    locked = NumberRange.objects.select_for_update(of=("self",)).select_related("series").get(pk=one.pk)
    if number not in free_in(locked):
        raise Refused("这个号码不在号段内，或者已经使用、作废。", field="number", remedy="请另选没有使用的号码。")
    return _issue(locked, number, subject_kind, subject_ref)


@transaction.atomic
def void_unused(one: NumberRange, number: int, *, reason: str) -> IssuedNumber:
    """Void a number whose form was spoiled before it was used: it stays, and is never given out."""
    if not reason.strip():
        raise Refused("作废文号应当写明原因。", field="reason")
    issued = take(one, number, subject_kind=UNUSED, subject_ref=one.public_id)
    issued.voided_at, issued.void_reason = clock.now(), reason.strip()
    issued.save(update_fields=["voided_at", "void_reason"])
    return issued


@transaction.atomic
def end(one: NumberRange, *, reason: str, on: date) -> int:
    """Hand a run in: what is left of it is voided. Returns how many numbers that were."""
    locked = NumberRange.objects.select_for_update(of=("self",)).select_related("series").get(pk=one.pk)
    if locked.ended_on is not None:
        raise Refused("这个号段已经交回。")
    left = free_in(locked)
    for number in left:
        void_unused(locked, number, reason=reason)
    locked.ended_on, locked.end_reason = on, reason.strip()
    locked.save(update_fields=["ended_on", "end_reason"])
    return len(left)


def in_words(numbers: Collection[int]) -> str:
    """Numbers as people read a run: 2至18号、20号."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return "、".join(f"{first}号" if first == last else f"{first}至{last}号" for first, last in runs)


def counts_of(one: NumberRange) -> dict[str, int]:
    """How many numbers of a run are used, voided and free."""
    voided = list(_issued(one).values_list("voided_at", flat=True))
    gone = sum(at is not None for at in voided)
    return {"used": len(voided) - gone, "voided": gone, "free": len(free_in(one))}


def faults() -> Iterator[str]:
    """Name every run that overlaps another or leaves a gap, every number outside a run, every number of a run handed in
    that is neither used nor voided.
    """
    for series in NumberSeries.objects.exclude(ranges=None).order_by("pk"):
        expected = series.first
        runs = list(series.ranges.select_related("series").order_by("first"))
        for one in runs:
            if one.first != expected:
                yield f"号段 {one}：与前一号段不相连"
            expected = one.last + 1
        if expected != series.upcoming:
            yield f"编号序列 {series}：号段与已经发放的号码不符"
        covered = {number for one in runs for number in range(one.first, one.last + 1)}
        for number in series.issued.exclude(number__in=covered).order_by("number"):
            yield f"文号 {number}：不在任何号段内"
        given = set(series.issued.values_list("number", flat=True))
        for one in runs:
            if one.ended_on is not None and not set(range(one.first, one.last + 1)) <= given:
                yield f"号段 {one}：已经交回，仍有号码没有使用也没有作废"


def issued_in(one: NumberRange) -> list[IssuedNumber]:
    """The numbers of a run that were used or voided, in order."""
    return list(_issued(one).select_related("series").order_by("number"))


def _issued(one: NumberRange) -> QuerySet[IssuedNumber]:
    return IssuedNumber.objects.filter(series=one.series_id, number__gte=one.first, number__lte=one.last)


def _issue(one: NumberRange, number: int, subject_kind: str, subject_ref: str) -> IssuedNumber:
    return IssuedNumber.objects.create(
        series=one.series, number=number, text=one.text_of(number), subject_kind=subject_kind,
        subject_ref=subject_ref, taken_at=clock.now(),
    )  # fmt: skip
