"""What a case's page shows of the publication of major violations."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from yangguang.cases.kinds.major_labour_violations.acts import possible
from yangguang.cases.kinds.major_labour_violations.public_rows import TITLE, batch_of
from yangguang.cases.panels import Panel, panel


@panel("major_violations")
def major_panel(case: Any, account: Any) -> Panel | None:
    """Each with where it stands; the way to put one forward stands on the panel's page."""
    rows = [
        {"line": one, "batch": batch_of(one), "acts": [title for _, title in possible(one, account)]}
        for one in case.major_violations.select_related("party").order_by("-pk")
    ]
    door = "" if rows else reverse("cases:major_violations", args=[case.public_id])
    return Panel("major_violations", TITLE, "cases/major_violations/panel.html", {"case": case, "rows": rows}, door)
