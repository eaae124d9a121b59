"""The face of handing up for the contexts above."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yangguang.directory.api import Account, Role
from yangguang.exchange.models import RowState, UpwardBatch
from yangguang.exchange.put_aside import of_nobody_for, put_aside_for
from yangguang.exchange.queries import (
    PLATFORM,
    answer_due,
    missing_receipts,
    overtaken,
    rows_visible_to,
    to_mend,
    waiting_batches,
)
from yangguang.exchange.use_cases.draft_batch import draft_batch
from yangguang.exchange.use_cases.hand_over_batch import hand_over_batch
from yangguang.exchange.use_cases.mend_item import mend_item
from yangguang.exchange.use_cases.take_receipt import take_receipt


@dataclass(frozen=True)
class UpwardWaiting:
    """What waits for a publisher: a draft, rows to mend, batches that were not answered in time, receipts that are missing."""

    draft: UpwardBatch | None
    ready: int
    to_mend: int
    overdue: tuple[tuple[UpwardBatch, date], ...]
    missing_receipts: tuple[int, ...]
    overtaken: tuple[int, ...]
    put_aside: int


def waiting_upward(account: Account, today: date) -> UpwardWaiting | None:
    """What waits for somebody, or None for anybody but a publisher."""
    if not account.holds(Role.PUBLISHER):
        return None
    draft = UpwardBatch.objects.filter(body_id=account.body_id, number=None).first()
    waiting = [(one, answer_due(one)) for one in waiting_batches(account)]
    return UpwardWaiting(
        draft=draft, ready=draft.rows.filter(state=RowState.DRAFTED).count() if draft else 0,
        to_mend=to_mend(rows_visible_to(account)).count(),
        overdue=tuple((one, due) for one, due in waiting if due is not None and due < today),
        missing_receipts=tuple(missing_receipts(account.body)), overtaken=tuple(sorted(overtaken(account.body))),
        put_aside=len(put_aside_for(account)),
    )  # fmt: skip


__all__ = [
    "PLATFORM", "UpwardBatch", "UpwardWaiting", "draft_batch", "hand_over_batch", "mend_item", "of_nobody_for", "take_receipt",
    "waiting_upward",
]  # fmt: skip
