"""What a row of a public list is about: the cell its list names as the subject, or the first one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def title_of_row(columns: Sequence[Mapping[str, Any]], cells: Mapping[str, Any]) -> str:
    """The subject of a row; nothing when its list has no columns."""
    named = [column["name"] for column in columns if column.get("subject")] or [each["name"] for each in columns[:1]]
    return str(cells.get(named[0], "")) if named else ""
