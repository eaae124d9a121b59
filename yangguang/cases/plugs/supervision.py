"""Opinions of those who supervise enforcement, on the page of their case."""

from __future__ import annotations

from typing import Any

from yangguang.cases.panels import Panel, panel
from yangguang.cases.supervised import opinions_of


@panel("supervision")
def supervision_panel(case: Any, account: Any) -> Panel | None:
    """Whose opinion, what it says, what was answered."""
    rows = opinions_of(case)
    return Panel("supervision", "执法监督意见", "cases/supervision_panel.html", {"opinions": rows}) if rows else None
