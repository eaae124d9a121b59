"""Recordings made on the spot, on the page of their case: what was said of each, where it stopped, and whether it has come."""

from __future__ import annotations

from typing import Any

from yangguang.cases.panels import Panel, panel
from yangguang.records.api import capture_row, captures_of

SHOWN = 5  # the newest


@panel("captures")
def captures_panel(case: Any, account: Any) -> Panel | None:
    """The newest recordings of the case with what was said of them; nothing while there are none."""
    found = list(captures_of(case.public_id))
    if not found:
        return None
    rows = [capture_row(one) | {"when": one.began_at} for one in reversed(found[-SHOWN:])]
    values = {"rows": rows, "more": max(len(found) - SHOWN, 0)}
    return Panel("captures", "现场采集", "cases/captures_panel.html", values)
