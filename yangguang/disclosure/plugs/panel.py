"""The box 公开 on the page of a case."""

from __future__ import annotations

from typing import Any

from yangguang.cases.api import Panel, decisions_of, has_taken, panel
from yangguang.disclosure.clock_faces import face_of
from yangguang.disclosure.models import Publication

MEASURES = ("take_coercive_measure", "take_measure_urgently")  # decided before anything else is


@panel("publication")
def publication_panel(case: Any, account: Any) -> Panel | None:
    """Every decision of the case: where its publication stands and until when it is due."""
    if not decisions_of(case) and not any(has_taken(case, act) for act in MEASURES):
        return None
    rows = (
        Publication.objects.filter(case=case)
        .select_related("decision", "paper", "under", "body", "case")
        .prefetch_related("paper__services", "proposals")
        .order_by("pk")
    )
    shown = [(publication, face_of(publication)) for publication in rows]
    if not shown:
        return None
    return Panel("publication", "公开", "disclosure/panel.html", {"rows": shown})
