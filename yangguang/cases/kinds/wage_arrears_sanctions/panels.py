"""What a case's page shows of the sanctions list: each listing with what can be done."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from yangguang.cases.kinds.wage_arrears_sanctions.acts import possible
from yangguang.cases.models import CaseKind
from yangguang.cases.panels import Panel, panel

TITLE = "失信联合惩戒名单"


@panel("sanctions")
def sanctions_panel(case: Any, account: Any) -> Panel | None:
    """In wage cases alone."""
    if case.kind != CaseKind.LABOUR:
        return None
    rows = [
        {"line": one, "acts": [title for _, title in possible(one, account)]}
        for one in case.listings.select_related("party").order_by("-pk")
    ]
    door = "" if rows else reverse("cases:sanctions", args=[case.public_id])
    return Panel("sanctions", TITLE, "cases/sanctions/panel.html", {"case": case, "rows": rows}, door)
