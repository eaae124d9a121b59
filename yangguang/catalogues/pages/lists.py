"""清单: every list the body keeps, which edition is in force today, and what waits."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from yangguang.base import listing
from yangguang.base.pages import SIGNED_IN, page
from yangguang.base.sheets import Column
from yangguang.catalogues.lists_at_once import StandingList, standing_lists
from yangguang.catalogues.own_review import lacking_inside
from yangguang.catalogues.policy import may_adopt
from yangguang.catalogues.queries import editions_waiting_for
from yangguang.directory.api import DeskRequest
from yangguang.kernel import clock

COLUMNS = (
    Column("title", "清单", width=36), Column("version", "施行中的版本", width=20), Column("since", "生效日", width=14),
    Column("count", "条目", width=10), Column("lapsed", "依据已废止", width=10),
    Column("changed", "依据变化待处理", width=14), Column("draft", "草案", width=20),
)  # fmt: skip


@page("lists", name="catalogues:lists", title="清单", allow=SIGNED_IN)
def lists(request: DeskRequest) -> HttpResponse:
    """One row a list; an edition of a body above is named as such."""
    account = request.user
    adopts = may_adopt(account, account.body)
    waiting = [one for one in editions_waiting_for(account) if not lacking_inside(one)] if adopts else []
    rows = standing_lists(account.body, clock.today())
    if listing.is_export(request):
        return listing.workbook(request, title="清单", columns=COLUMNS, rows=map(_cells, rows))
    return render(request, "catalogues/lists.html", {"rows": rows, "waiting": waiting})


def _cells(row: StandingList) -> dict[str, Any]:
    current, draft = row.current, row.draft
    return {
        "title": row.definition.title, "version": current.version if current else "",
        "since": current.in_force_from if current else "", "count": row.count, "lapsed": row.lapsed, "changed": row.changed,
        "draft": draft.version if draft else "",
    }  # fmt: skip
