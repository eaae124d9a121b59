"""经过: what happened in a file, from the ledger, newest first; 要事 or everything."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from yangguang.base import ledger
from yangguang.base.models import LedgerEntry
from yangguang.cases.models import Case

MOST = 40
WHERE = {"document": "records:document", "evidence": "records:evidence"}


def history_of(case: Case, *, everything: bool, whole: bool = False) -> dict[str, Any]:
    """The entries of a case's file as timeline rows, with how many there are of each kind."""
    entries = list(ledger.entries_of_file(case.public_id))
    weighty = [entry for entry in entries if entry.weighty]
    wanted = entries if everything else weighty
    shown = list(reversed(wanted)) if whole else list(reversed(wanted))[:MOST]
    return {
        "rows": [row_of(entry) for entry in shown], "total": len(entries), "weighty": len(weighty),
        "more": len(wanted) - len(shown), "everything": everything,
    }  # fmt: skip


def row_of(entry: LedgerEntry) -> dict[str, Any]:
    """One entry as a row of the timeline."""
    page = WHERE.get(entry.subject_kind)
    late = f"　{entry.recorded_at:%Y-%m-%d} 补录：{entry.late_reason}" if entry.late_reason else ""
    return {
        "at": entry.occurred_at, "title": entry.label, "who": entry.actor_name, "words": f"{entry.summary}{late}",
        "href": reverse(page, args=[entry.subject_ref]) if page else "",
    }  # fmt: skip
