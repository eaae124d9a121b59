"""Charts drawn by the server: accent and accent line only, values written on the marks, the table one click away."""

from __future__ import annotations

from typing import Any

from yangguang.base.components.library import register

HIGH, WIDE, FOOT, HEAD = 120, 64, 22, 16  # of the drawing, in its own units


@register.inclusion_tag("components/month_columns.html")
def month_columns(months: Any, most: int, first: str = "立案", second: str = "结案") -> dict[str, Any]:
    """Two columns a month, `first` and `second` being what they tell; rows of month, opened, closed."""
    return {
        "first": first, "second": second,
        "columns": [_column(place, one, max(most, 1)) for place, one in enumerate(months)],
        "width": WIDE * len(months), "height": HEAD + HIGH + FOOT, "ground": HEAD + HIGH,
    }  # fmt: skip


def _column(place: int, one: Any, most: int) -> dict[str, Any]:
    left = place * WIDE
    bars = [_bar(left + 8 + 25 * number, count, most) for number, count in enumerate((one.opened, one.closed))]
    return {
        "label": f"{one.month.month}月",
        "middle": left + WIDE // 2,
        "foot": HEAD + HIGH + 16,
        "opened": bars[0],
        "closed": bars[1],
    }


def _bar(left: int, count: int, most: int) -> dict[str, int]:
    high = round(HIGH * count / most)
    return {
        "x": left,
        "y": HEAD + HIGH - high,
        "high": high,
        "count": count,
        "middle": left + 11,
        "above": HEAD + HIGH - high - 4,
    }
