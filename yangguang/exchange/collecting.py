"""What should be above and is not, or not like this: the public copies beside what was handed up last.

Only what stands in the public store and in its file alike is looked at; what falls, or is about to, is never collected.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from yangguang.directory.api import Body
from yangguang.exchange.models import RowAction, RowState, UpwardItem
from yangguang.exchange.rules.columns import missing_of, withdrawn
from yangguang.exchange.sources import Found, found_of, items_of, reason_of

MOST_ROWS = 20_000  # of one batch; the rest goes with the next
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Row:
    """One row that has to go up."""

    kind: str
    source_ref: str
    part: str
    label: str
    body_id: int
    action: str
    cells: dict[str, str]
    source_digest: str
    item: UpwardItem | None = None
    missing: list[str] = field(default_factory=list)

    @property
    def state(self) -> str:
        """Whether it can go up as it is."""
        return RowState.LACKING if self.missing else RowState.DRAFTED


def due_rows(collector: Body, bodies: list[Body]) -> list[Row]:
    """Everything that is new, corrected or taken back since it went up, in a fixed order: what nobody may read any more first,
    what lacks something last.
    """
    known = _known(collector)
    seen: set[Key] = set()
    rows: list[Row] = []
    for one in found_of(bodies):
        key = (one.kind, one.source_ref, one.part)
        seen.add(key)
        row = _standing(one, known.get(key))
        if row is not None:
            rows.append(row)
    rows.sort(key=lambda row: bool(row.missing))
    return [*_taken_back(known, seen), *rows][:MOST_ROWS]


def _known(collector: Body) -> dict[Key, UpwardItem]:
    rows = UpwardItem.objects.filter(collector=collector).select_related("latest").order_by("pk")
    return {(one.kind, one.source_ref, one.part): one for one in rows}


def _standing(one: Found, item: UpwardItem | None) -> Row | None:
    items = items_of(one.kind, one.region)
    cells = one.cells | {code: text for code, text in (item.added if item else {}).items() if not one.cells.get(code)}
    latest = item.latest if item else None
    if item is not None and latest is not None and not item.again:
        unchanged = latest.action != RowAction.WITHDRAW and latest.cells == cells
        if unchanged:
            return None
    missing = [code for code in missing_of(items, cells) if code not in one.optional]
    action = RowAction.CORRECT if item is not None and item.is_above else RowAction.NEW
    return Row(one.kind, one.source_ref, one.part, one.label, one.body_id, action, cells, one.digest, item, missing)


def _taken_back(known: Mapping[Key, UpwardItem], seen: set[Key]) -> Iterator[Row]:
    """What the upper platform may have and the public reads no more."""
    for key, item in known.items():
        latest = item.latest
        if key in seen or not item.is_above or latest is None:
            continue
        if latest.action == RowAction.WITHDRAW and not item.again:
            continue
        kept = withdrawn(items_of(item.kind, ""), latest.cells)
        cells = kept | {"reason": reason_of(item.kind, item.source_ref, item.part)}
        yield Row(
            item.kind, item.source_ref, item.part, item.label, item.body_id, RowAction.WITHDRAW, cells, latest.source_digest,
            item,
        )  # fmt: skip
