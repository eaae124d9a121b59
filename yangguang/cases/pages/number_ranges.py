"""号段: the runs of numbers for decisions on the spot, who holds them, and what became of every number."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import listing, number_ranges
from yangguang.base.act_pages import answer
from yangguang.base.forms import OfficialForm
from yangguang.base.models import NumberRange
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column, Kind
from yangguang.cases.kinds.summary.forms.numbers import AllocationForm, EndingForm, VoidingForm
from yangguang.cases.kinds.summary.policy import (
    may_allocate_numbers,
    may_end_range,
    may_void_number,
    ranges_visible_to,
)
from yangguang.cases.models import Decision
from yangguang.cases.use_cases.allocate_number_range import allocate_number_range
from yangguang.cases.use_cases.end_number_range import end_number_range
from yangguang.cases.use_cases.void_range_number import void_range_number
from yangguang.directory.api import Account

READERS = ("case_handler", "unit_head")
LIST = "cases:number_ranges"
COLUMNS = (
    Column("run", "号段", width=40), Column("holder", "领用人", width=24), Column("allocated_on", "领用日期", Kind.DAY),
    Column("used", "已用", Kind.INTEGER), Column("voided", "作废", Kind.INTEGER), Column("free", "未用", Kind.INTEGER),
    Column("ended_on", "交回日期", Kind.DAY),
)  # fmt: skip


@page("number-ranges/", name=LIST, title="号段", allow=READERS, expects=Expect(other=200))
def ranges(request: HttpRequest) -> HttpResponse:
    """The runs this person may see, the newest first."""
    account: Account = request.user  # type: ignore[assignment]
    every = ranges_visible_to(account).order_by("-pk")
    if listing.is_export(request):
        return listing.workbook(request, title="号段", columns=COLUMNS, rows=map(_cells, every))
    found = listing.page_of(request, every)
    rows = [{"run": one, "counts": number_ranges.counts_of(one)} for one in found]
    return render(request, "cases/summary/number_ranges.html", {
        "page": found, "rows": rows, "may_allocate": may_allocate_numbers(account),
    })  # fmt: skip


@page("number-ranges/allocate/", name="cases:allocate_number_range", title="发放号段", writes=True, allow=("unit_head",),
      expects=Expect(other=200))  # fmt: skip
def allocate(request: HttpRequest) -> HttpResponse:
    """Give out the next numbers."""
    account: Account = request.user  # type: ignore[assignment]
    form = AllocationForm(request.POST or None, account=account)

    def do(holder: str, size: int) -> NumberRange:
        return allocate_number_range(holder=form.holders[holder], size=size, actor=account, at=form.moment())

    return _form(request, form, do, "发放号段", "发放", reverse(LIST))


@page("number-ranges/<ref:ref>/", name="cases:number_range", title="号段", allow=READERS, subject="number_range")
def one_range(request: HttpRequest, ref: str) -> HttpResponse:
    """Every number of one run: used for which decision, voided why, or free."""
    account: Account = request.user  # type: ignore[assignment]
    run = get_object_or_404(ranges_visible_to(account), public_id=ref)
    issued = number_ranges.issued_in(run)
    texts = [one.text for one in issued]
    cases = {one.number: one.case for one in Decision.objects.filter(number__in=texts).select_related("case")}
    return render(request, "cases/summary/number_range.html", {
        "run": run, "counts": number_ranges.counts_of(run), "issued": [(one, cases.get(one.text)) for one in issued],
        "free": number_ranges.in_words(number_ranges.free_in(run)),
        "may_void": may_void_number(account, run) and run.ended_on is None,
        "may_end": may_end_range(account, run) and run.ended_on is None,
        "trail": [("号段", reverse(LIST)), (str(run), "")],
    })  # fmt: skip


@page("number-ranges/<ref:ref>/void/", name="cases:void_range_number", title="作废空白号码", writes=True, allow=READERS,
      subject="number_range")  # fmt: skip
def void(request: HttpRequest, ref: str) -> HttpResponse:
    """One number whose form was spoiled."""
    account: Account = request.user  # type: ignore[assignment]
    run = get_object_or_404(ranges_visible_to(account), public_id=ref)
    form = VoidingForm(request.POST or None, run=run)

    def do(number: int, reason: str) -> Any:
        return void_range_number(run=run, number=number, reason=reason, actor=account, at=form.moment())

    return _form(request, form, do, "作废空白号码", "作废", reverse("cases:number_range", args=[ref]))


@page("number-ranges/<ref:ref>/end/", name="cases:end_number_range", title="交回号段", writes=True, allow=("unit_head",),
      subject="number_range")  # fmt: skip
def end(request: HttpRequest, ref: str) -> HttpResponse:
    """The whole run; what is left of it is voided."""
    account: Account = request.user  # type: ignore[assignment]
    run = get_object_or_404(ranges_visible_to(account), public_id=ref)
    form = EndingForm(request.POST or None)

    def do(reason: str) -> NumberRange:
        return end_number_range(run=run, reason=reason, actor=account, at=form.moment())

    return _form(request, form, do, "交回号段", "交回，作废余号", reverse("cases:number_range", args=[ref]))


def _form(request: HttpRequest, form: OfficialForm, do: Any, title: str, words: str, back: str) -> HttpResponse:
    return answer(
        request, form, do, to=back, done=f"已经办理：{title}。", template="cases/labour/act.html", title=title, words=words,
        back=back,
    )  # fmt: skip


def _cells(one: NumberRange) -> dict[str, Any]:
    told = {"run": str(one), "holder": one.holder_name, "allocated_on": one.allocated_on, "ended_on": one.ended_on}
    return told | number_ranges.counts_of(one)
