"""The box 公开 on the page of a case."""

from __future__ import annotations

from typing import Any

from yangguang.cases.api import Panel, decisions_of, panel
from yangguang.disclosure.clock_faces import face_of
from yangguang.disclosure.models import Publication


@panel("publication")
def publication_panel(case: Any, account: Any) -> Panel | None:
    """Every decision of the case: where its publication stands and until when it is due."""
    if not decisions_of(case):
        return None
    rows = Publication.objects.filter(case=case).select_related("decision", "body", "case").order_by("pk")
    shown = [(publication, face_of(publication)) for publication in rows]
    if not shown:
        return None
    return Panel("publication", "公开", "disclosure/panel.html", {"rows": shown})
