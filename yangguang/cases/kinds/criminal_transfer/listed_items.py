"""Things on the list that goes with a file: none, or the party was told in writing where they go."""

from __future__ import annotations

from yangguang.cases.gates import Attempt
from yangguang.cases.models import AnnouncementStatus, CriminalTransfer
from yangguang.cases.serving import addressed


def listed_items_were_told(attempt: Attempt) -> bool:
    """What the list of this sending or handing over names, its owner knows of."""
    line = attempt.given.get("criminal_transfer")
    items = str(attempt.given.get("items") or (line.items if line else "")).strip()
    if items.rstrip("。") in {"", "无", "不适用"}:
        return True
    if line is None:
        return False
    told = line.items_told_on is not None and line.items_told_on <= attempt.at.day
    return told or _announced(line)


def _announced(line: CriminalTransfer) -> bool:
    """The notice hangs where people see it: nobody could be told otherwise, and the file has to go within a day."""
    ours = [row.document for row in addressed(line.case) if row.line_ref == line.public_id]
    running = line.case.announcements.filter(document__in=ours, document__kind="items_notice")
    return running.filter(status__in=(AnnouncementStatus.RUNNING, AnnouncementStatus.SERVED)).exists()
