"""An edition as a workbook, with exactly the rows that are filtered on screen."""

from __future__ import annotations

from urllib.parse import quote

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from yangguang.base import exports
from yangguang.base.pages import SIGNED_IN, page
from yangguang.catalogues.lists import workbook as sheets
from yangguang.catalogues.lists.register import list_of
from yangguang.catalogues.pages.edition import ADOPTED_ARE_PUBLIC, matching
from yangguang.catalogues.queries import editions_visible_to, rows_in_order
from yangguang.directory.api import DeskRequest
from yangguang.kernel import clock

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@page(
    "lists/editions/<ref:edition_ref>/workbook", name="catalogues:workbook", title="下载清单表格", allow=SIGNED_IN,
    subject="edition", expects=ADOPTED_ARE_PUBLIC,
)  # fmt: skip
def workbook(request: DeskRequest, edition_ref: str) -> HttpResponse:
    """The workbook that can be filled in and imported again."""
    shown = get_object_or_404(editions_visible_to(request.user), public_id=edition_ref)
    definition = list_of(shown.list_kind)
    chosen, words = request.GET.get("filter", ""), request.GET.get("q", "").strip()
    rows = matching(definition, list(rows_in_order(shown)), chosen, words)
    title = f"{shown.body.name}{definition.title}（{shown.version}）"
    filters = " ".join(filter(None, (chosen, words)))
    content = sheets.write(
        definition, [(r.code, r.columns, r.official) for r in rows], title=title, filters=filters,
        by=request.user.actor_name, at=clock.now(),
    )  # fmt: skip
    answer = HttpResponse(content, content_type=XLSX)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(title)}.xlsx"
    return exports.on_record(answer, what=title, rows=len(rows), filters=filters, subject=shown.subject)
