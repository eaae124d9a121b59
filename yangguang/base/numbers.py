"""Numbers without gaps: taken under a row lock inside the act's transaction, so a refused act gives its number back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db import transaction
from django.db.models import QuerySet

from yangguang.base.models.number import IssuedNumber, NumberRange, NumberSeries
from yangguang.base.parts_of_acts import part_of_an_act
from yangguang.base.worded_once import worded_once
from yangguang.kernel import clock
from yangguang.kernel.refusal import Refused


@part_of_an_act
def take(*, chain: str, kind: str, year: int, pattern: str, subject_kind: str, subject_ref: str) -> IssuedNumber:
    """The next number of a series, rendered by its pattern, e.g. 示人社监罚字〔{year}〕第{n}号.

    The series keeps the pattern it was opened with; a later pattern begins with the next year.
    """
    if not (found := _locked_series(chain, kind, year)):
        NumberSeries.objects.get_or_create(chain=chain, kind=kind, year=year, defaults={"pattern": pattern})
        found = _locked_series(chain, kind, year)
    (series,) = found
    if _first_range(series.pk):
        raise Refused("这一编号序列按号段领用，不能直接取号。", remedy="请从领用的号段中取号。")
    number = series.upcoming
    series.upcoming = number + 1
    series.save(update_fields=["upcoming"])
    return IssuedNumber.objects.create(
        series=series,
        number=number,
        text=series.pattern.format(year=year, n=number),
        subject_kind=subject_kind,
        subject_ref=subject_ref,
        taken_at=clock.now(),
    )


@worded_once
def _locked_series(chain: str, kind: str, year: int) -> QuerySet[NumberSeries]:
    return NumberSeries.objects.select_for_update().filter(chain=chain, kind=kind, year=year).order_by("pk")


@worded_once
def _first_range(series: int) -> QuerySet[NumberRange]:
    return NumberRange.objects.filter(series_id=series).order_by("pk")[:1]


@transaction.atomic
def void(issued: IssuedNumber, *, reason: str) -> IssuedNumber:
    """Mark a number as voided (作废). It stays and is never given out again."""
    locked = IssuedNumber.objects.select_for_update().get(pk=issued.pk)
    if locked.voided_at:
        raise Refused("该文号已经作废。")
    if not reason.strip():
        raise Refused("作废文号应当写明原因。", field="reason")
    locked.voided_at, locked.void_reason = clock.now(), reason.strip()
    locked.save(update_fields=["voided_at", "void_reason"])
    return locked


def unissued(subject_kind: str, numbered: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Name every number that stands on something (its ref, the number) and was never taken, or taken for something else."""
    rows = IssuedNumber.objects.filter(subject_kind=subject_kind).values_list("subject_ref", "text")
    taken, borne = set(rows), set(numbered)
    for _, text in sorted(borne - taken):
        yield f"文号 {text}：在用，但没有取号记录"
    for _, text in sorted(taken - borne):
        yield f"文号 {text}：已经取号，但没有对应的文书或案件"


def faults() -> Iterator[str]:
    """Name every series with a gap or a number beyond its counter; what is allocated in advance is `number_ranges`' own."""
    for series in NumberSeries.objects.filter(ranges=None):
        taken = list(series.issued.order_by("number").values_list("number", flat=True))
        if taken != list(range(series.first, series.upcoming)):
            yield f"编号序列 {series}：号码不连续"
