"""The line socket: proceedings beside the main line keep their own status; the engine reads it and puts it forward here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Find = Callable[[str], Any]
_lines: dict[str, Find] = {}


def line(name: str) -> Callable[[Find], Find]:
    """Plug a line: the decorated function finds its row, under lock, by public id."""

    def plug(find: Find) -> Find:
        _lines[name] = find
        return find

    return plug


def status_of(name: str, ref: str) -> str | None:
    """Where a proceeding stands; None for the main line and for lines that keep no row."""
    return _lines[name](ref).status if name in _lines and ref else None


def put(name: str, ref: str, status: str) -> None:
    """Put a proceeding where its step led."""
    if name in _lines and ref:
        row = _lines[name](ref)
        row.status = status
        row.save(update_fields=["status"])


def line_of_draft(draft: Any) -> dict[str, str]:
    """Which line a draft belongs to, as review and exemption are asked: the main line, or a disposition of the case."""
    if draft.kind != "disposition":
        return {"line": "case", "line_ref": ""}
    row = draft.case.dispositions.exclude(status__in=("annulled", "closed")).order_by("-pk").first()
    return {"line": "disposition", "line_ref": row.public_id if row else ""}
