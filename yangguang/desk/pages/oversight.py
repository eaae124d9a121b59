"""监督总览: the bodies below at a glance – stages, terms near and over, what is missing – and the way to every single case."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base import listing
from yangguang.base.addresses import address_of
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column, Kind
from yangguang.desk.oversight import figures
from yangguang.desk.oversight.figures import OPEN_STAGES, BodyRow
from yangguang.directory.api import Account, Role
from yangguang.kernel import clock

ELSEWHERE = {"reviews": "legal_review:queue", "publications": "disclosure:queue", "basis": "catalogues:basis_changes"}


@page("oversight/", name="desk:oversight", title="监督总览", allow=(Role.SUPERVISOR, Role.AGENCY_HEAD),
      expects=Expect(other=200, superior=200))  # fmt: skip
def oversight(request: HttpRequest) -> HttpResponse:
    """Counted afresh each time it is opened; nobody is ranked, bodies stand in the order of the register."""
    account: Account = request.user  # type: ignore[assignment]
    now = clock.now()
    rows = figures.rows_for(account, clock.today())
    words = figures.labels()
    if listing.is_export(request):
        return listing.workbook(request, title="监督总览", columns=_columns(words), rows=map(_cells, rows))
    totals = {key: sum(row.lacks[key] for row in rows) for key in words}
    months = figures.months_for(account, clock.today())
    return render(request, "desk/oversight.html", {
        "now": now, "open": sum(row.open for row in rows), "stages": OPEN_STAGES,
        "words": list(words.values()), "rows": [_shown(row, words) for row in rows],
        "by_stage": [{"label": label, "count": sum(row.stages[name] for row in rows), "href": _cases(stage=name)}
                     for name, label in OPEN_STAGES],
        "wanting": [{"label": words[key], "count": count, "href": _lacking(key)} for key, count in totals.items() if count],
        "months": months, "most": max([*(one.opened for one in months), *(one.closed for one in months), 1]),
        "opened": sum(one.opened for one in months), "closed": sum(one.closed for one in months),
    })  # fmt: skip


def _shown(row: BodyRow, words: dict[str, str]) -> dict[str, Any]:
    ref = row.body.public_id
    return {
        "name": row.body.name, "open": row.open, "href": _cases(body=ref),
        "stages": [{"label": label, "count": row.stages[name], "href": _cases(body=ref, stage=name)}
                   for name, label in OPEN_STAGES],
        "lacks": [{"label": words[key], "count": row.lacks[key], "href": _lacking(key, ref)} for key in words],
    }  # fmt: skip


def _cases(**wanted: str) -> str:
    return f"{address_of('cases:list')}?{urlencode(wanted)}"


def _lacking(key: str, body: str = "") -> str:
    if key == "basis":
        return f"{address_of(ELSEWHERE[key])}?{urlencode({'view': 'late'} | ({'body': body} if body else {}))}"
    if key in ELSEWHERE:
        return address_of(ELSEWHERE[key])
    return _cases(lack=key, **({"body": body} if body else {}))


def _columns(words: dict[str, str]) -> list[Column]:
    stages = [Column(name, label, Kind.INTEGER) for name, label in OPEN_STAGES]
    lacks = [Column(key, label, Kind.INTEGER) for key, label in words.items()]
    return [Column("body", "执法主体", width=34), Column("open", "在办", Kind.INTEGER), *stages, *lacks]


def _cells(row: BodyRow) -> dict[str, Any]:
    return {"body": row.body.name, "open": row.open, **row.stages, **row.lacks}
