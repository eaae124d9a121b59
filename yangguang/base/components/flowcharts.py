"""A flowchart on a page: the drawing in strips, and the same as a numbered list for whoever does not see it."""

from __future__ import annotations

from typing import Any

from yangguang.base.components.library import register
from yangguang.base.flowcharts import SEVERAL, WIDTH, Move, Outline, Station, drawn, numbers_in_words


@register.inclusion_tag("components/flowchart.html")
def flowchart(outline: Outline) -> dict[str, Any]:
    """The drawing. Readers of the screen get `flowchart_steps` instead."""
    return {"outline": outline, "rows": drawn(outline), "width": WIDTH}


@register.inclusion_tag("components/flowchart_steps.html")
def flowchart_steps(outline: Outline) -> dict[str, Any]:
    """Every step under its status, with who takes it, where it leads, its clause and its terms."""
    labels = {station.number: station.label for station in outline.stations}
    parts = [(one, [_told(move, one, labels) for move in one.moves]) for one in outline.stations]
    return {"parts": [(one, moves) for one, moves in parts if moves or one.number > 0]}


def _told(move: Move, station: Station, labels: dict[int, str]) -> dict[str, Any]:
    others = [number for number in move.sources if number != station.number]
    where = f"在状态 {numbers_in_words(others)} 时{'可办' if station.number == SEVERAL else '也可办'}" if others else ""
    return {"move": move, "where": where, "to": f"到 {move.to} {labels[move.to]}" if move.to else "状态不变"}
