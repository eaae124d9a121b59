"""What a case's page shows of suspected crime: each transfer with what can be done, or the way to begin one."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from yangguang.cases.kinds.criminal_transfer.acts import possible
from yangguang.cases.kinds.criminal_transfer.queries import transfers_of
from yangguang.cases.panels import Panel, panel


@panel("criminal_transfer")
def criminal_transfer_panel(case: Any, account: Any) -> Panel | None:
    """Where each stands; the way to put a suspicion on record stands on the panel's page."""
    rows = [{"line": one, "acts": [title for _, title in possible(one, account)]} for one in transfers_of(case)]
    door = "" if rows else reverse("cases:criminal_transfer", args=[case.public_id])
    values = {"case": case, "rows": rows}
    return Panel("criminal_transfer", "移送公安机关", "cases/criminal_transfer/panel.html", values, door)
