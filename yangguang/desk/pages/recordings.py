"""音像入库: the supervisor sees recordings arrive and gaps open, body by body; nothing can be changed here."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base import listing
from yangguang.base.addresses import address_of
from yangguang.base.components.texts import cn_moment
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column, Kind
from yangguang.cases.api import Case, cases_visible_to
from yangguang.desk.oversight.recordings import arrivals, by_body
from yangguang.directory.api import Account, Role
from yangguang.records.api import MediaManifest

COLUMNS = [
    Column("body", "执法主体", width=34), Column("number", "案号", width=28), Column("taken", "拍摄时间", width=20),
    Column("stored", "入库时间", width=20), Column("origin", "来源"), Column("device", "设备编号", width=20),
    Column("size", "大小（字节）", Kind.INTEGER), Column("sha256", "指纹", width=40),
]  # fmt: skip


@page("oversight/recordings/", name="desk:recordings", title="音像入库", allow=(Role.SUPERVISOR, Role.AGENCY_HEAD),
      expects=Expect(other=200, superior=200))  # fmt: skip
def recordings(request: HttpRequest) -> HttpResponse:
    """Read afresh each time; who filmed is not counted and not listed."""
    account: Account = request.user  # type: ignore[assignment]
    every = arrivals(account)
    if listing.is_export(request):
        cases = _cases(account, every)
        rows = [_cells(one, cases) for one in every]
        return listing.workbook(request, title="音像入库", columns=COLUMNS, rows=rows)
    found = listing.page_of(request, every)
    cases = _cases(account, found.object_list)
    return render(request, "desk/recordings.html", {
        "page": found, "rows": [(one, cases.get(one.file_ref)) for one in found], "bodies": by_body(account),
        "films": address_of("cases:films"), "trail": [("监督总览", address_of("desk:oversight")), ("音像入库", "")],
    })  # fmt: skip


def _cases(account: Account, rows: Iterable[MediaManifest]) -> dict[str, Case]:
    refs = {one.file_ref for one in rows}
    return {one.public_id: one for one in cases_visible_to(account).filter(public_id__in=refs)}


def _cells(one: MediaManifest, cases: dict[str, Case]) -> dict[str, Any]:
    case = cases.get(one.file_ref)
    return {
        "body": one.body.name, "number": case.number if case else "", "taken": cn_moment(one.occurred_at),
        "stored": cn_moment(one.made_at), "origin": one.get_trust_origin_display(), "device": one.device_number,
        "size": one.size, "sha256": one.sha256,
    }  # fmt: skip
