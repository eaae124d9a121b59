"""What a row lacks, in words."""

from __future__ import annotations

from yangguang.exchange.models import UpwardRow
from yangguang.exchange.sources import items_of


def lacks_of(row: UpwardRow) -> list[tuple[str, str]]:
    """What a row lacks, and what to do about each."""
    known = {one.code: one for one in items_of(row.item.kind, row.item.body.region_code)}
    return [(known[code].label, known[code].remedy) for code in row.missing if code in known]
