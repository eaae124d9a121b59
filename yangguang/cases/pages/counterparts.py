"""行政相对人: the register as far as this person's cases, leads and body tell of it; the filtered rows as a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yangguang.base import listing
from yangguang.base.act_pages import answer
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column, Kind
from yangguang.cases.counterpart_forms import CounterpartForm
from yangguang.cases.counterparts import Tally, counterparts_visible_to, searched, tallies, with_grade
from yangguang.cases.models import Counterpart, CounterpartKind, Grade
from yangguang.cases.policy import may_keep_register
from yangguang.cases.presentation.counterparts import code_in_list
from yangguang.cases.use_cases.register_counterpart import register_counterpart
from yangguang.directory.api import Account

READERS = (
    "window_clerk", "case_handler", "unit_head", "agency_head", "legal_reviewer", "publisher", "archivist", "supervisor",
)  # fmt: skip
UNGRADED = "none"
COLUMNS = [
    Column("name", "名称或者姓名", width=36), Column("kind", "类别"), Column("code", "统一社会信用代码", width=22),
    Column("superior", "上级单位", width=30), Column("grade", "守法诚信等级"),
    Column("cases", "案件", Kind.INTEGER), Column("leads", "线索", Kind.INTEGER),
    Column("last_on", "最近立案", Kind.DAY),
]  # fmt: skip
CHOICES = {
    "kind": CounterpartKind.choices, "grade": [*Grade.choices, (UNGRADED, "未评定")],
}  # fmt: skip


@page("counterparts/", name="cases:counterparts", title="行政相对人", allow=READERS,
      expects=Expect(other=200, superior=200))  # fmt: skip
def counterparts(request: HttpRequest) -> HttpResponse:
    """Found by two characters of a name, by a code, by kind and grade."""
    account: Account = request.user  # type: ignore[assignment]
    wanted = {name: request.GET.get(name, "").strip()[:60] for name in ("q", "kind", "grade")}
    rows = _narrowed(account, wanted)
    if listing.is_export(request):
        told = "，".join(
            [wanted["q"], *(str(dict(CHOICES[name]).get(wanted[name], "")) for name in CHOICES)]
        ).strip("，")  # fmt: skip
        cells = _cells(rows, tallies(account))
        return listing.workbook(request, title="行政相对人", columns=COLUMNS, rows=cells, filters=told or "全部")
    found = listing.page_of(request, rows)
    known = tallies(account, [one.pk for one in found])
    return render(request, "cases/counterparts/list.html", {
        "page": found, "rows": [(one, code_in_list(one), known.get(one.pk, Tally())) for one in found],
        "wanted": wanted, "kinds": CHOICES["kind"], "grades": CHOICES["grade"],
        "may_register": may_keep_register(account),
    })  # fmt: skip


@page("counterparts/register/", name="cases:register_counterpart", title="登记行政相对人", writes=True,
      allow=("case_handler", "unit_head"), expects=Expect(other=200))  # fmt: skip
def register(request: HttpRequest) -> HttpResponse:
    """By hand, with the paper it is known from; what looks like a known one is asked about."""
    account: Account = request.user  # type: ignore[assignment]
    form = CounterpartForm(request.POST or None, account=account)

    def do(**facts: Any) -> Counterpart:
        return register_counterpart(actor=account, at=form.moment(), **form.entry)

    return answer(
        request, form, do, to=lambda one: reverse("cases:counterpart", args=[(one.stands_as or one).public_id]),
        done="已经登记。", template="cases/labour/act.html", title="登记行政相对人", words="登记",
        back=reverse("cases:counterparts"),
    )  # fmt: skip


def _narrowed(account: Account, wanted: Mapping[str, str]) -> Any:
    rows: Any = searched(with_grade(counterparts_visible_to(account)), account, wanted["q"])
    if wanted["kind"] in CounterpartKind.values:
        rows = rows.filter(kind=wanted["kind"])
    if wanted["grade"] in Grade.values:
        rows = rows.filter(grade=wanted["grade"])
    elif wanted["grade"] == UNGRADED:
        rows = rows.filter(grade=None)
    return rows.order_by("-pk")


def _cells(rows: Iterable[Any], known: Mapping[int, Tally]) -> Iterable[dict[str, Any]]:
    for one in rows:
        tally = known.get(one.pk, Tally())
        yield {
            "name": one.name, "kind": one.get_kind_display(), "code": code_in_list(one),
            "superior": one.superior.name if one.superior else "",
            "grade": f"{one.grade}（{one.grade_year}年度）" if one.grade else "",
            "cases": tally.cases, "leads": tally.leads, "last_on": tally.last_on,
        }  # fmt: skip
