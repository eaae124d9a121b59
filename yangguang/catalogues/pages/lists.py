"""清单: every list the body keeps, which edition is in force today, and what waits."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from yangguang.base import listing
from yangguang.base.pages import SIGNED_IN, page
from yangguang.base.sheets import Column
from yangguang.catalogues.lists.definition import ListDefinition
from yangguang.catalogues.lists.register import LISTS
from yangguang.catalogues.models import Edition
from yangguang.catalogues.policy import may_adopt
from yangguang.catalogues.queries import editions_waiting_for, find_in_force, lapsed_entries, open_editions
from yangguang.directory.api import Account, DeskRequest
from yangguang.kernel import clock

COLUMNS = (
    Column("title", "清单", width=36), Column("version", "施行中的版本", width=20), Column("since", "生效日", width=14),
    Column("count", "条目", width=10), Column("lapsed", "依据已变", width=10), Column("draft", "草案", width=20),
)  # fmt: skip


@page("lists", name="catalogues:lists", title="清单", allow=SIGNED_IN)
def lists(request: DeskRequest) -> HttpResponse:
    """One row a list; an edition of a body above is named as such."""
    account = request.user
    waiting = list(editions_waiting_for(account)) if may_adopt(account, account.body) else []
    drafts = open_editions(account.body)
    rows = [_row(definition, account, drafts.get(definition.kind)) for definition in LISTS.values()]
    if listing.is_export(request):
        return listing.workbook(request, title="清单", columns=COLUMNS, rows=map(_cells, rows))
    return render(request, "catalogues/lists.html", {"rows": rows, "waiting": waiting})


def _row(definition: ListDefinition, account: Account, draft: Edition | None) -> dict[str, Any]:
    today = clock.today()
    current: Edition | None = find_in_force(definition.kind, account.body, today)
    return {
        "definition": definition,
        "current": current,
        "count": current.entries.count() if current else 0,
        "inherited": current is not None and current.body_id != account.body_id,
        "lapsed": len(lapsed_entries(current, today)) if current else 0,
        "draft": draft,
    }


def _cells(row: dict[str, Any]) -> dict[str, Any]:
    current, draft = row["current"], row["draft"]
    return {
        "title": row["definition"].title, "version": current.version if current else "",
        "since": current.in_force_from if current else "", "count": row["count"], "lapsed": row["lapsed"],
        "draft": draft.version if draft else "",
    }  # fmt: skip
