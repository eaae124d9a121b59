"""Things on the list that goes with a file: none, or everybody they were taken from was told in writing where they go."""

from __future__ import annotations

from datetime import date

from yangguang.cases.gates import Attempt
from yangguang.cases.models import AddressedPaper, AnnouncementStatus, CriminalTransfer, ItemFate
from yangguang.cases.serving import addressed

KIND = "items_notice"
HANGS = (AnnouncementStatus.RUNNING, AnnouncementStatus.SERVED)


def listed_items_were_told(attempt: Attempt) -> bool:
    """What the list of this sending or handing over names, its owners know of: whoever a notice was made for, and
    whoever sealed or seized things that go with the file were taken from.
    """
    line = attempt.given.get("criminal_transfer")
    items = str(attempt.given.get("items") or (line.items if line else "")).strip()
    if items.rstrip("。") in {"", "无", "不适用"}:
        return True
    if line is None:
        return False
    notices = [one for one in addressed(line.case) if one.line_ref == line.public_id and one.document.kind == KIND]
    told = {one.party_id for one in notices if _knows(one, attempt.at.day)}
    return bool(notices) and {one.party_id for one in notices} | _owners(line) <= told


def _knows(notice: AddressedPaper, day: date) -> bool:
    """It has arrived, or hangs where people see it: nobody could be told otherwise, and the file goes within a day."""
    if notice.served_on is not None:
        return notice.served_on <= day
    hung = notice.case.announcements.filter(document=notice.document_id, status__in=HANGS, party=notice.party)
    return hung.exists()


def _owners(line: CriminalTransfer) -> set[int | None]:
    """The parties whose sealed or seized things were handed over with the file."""
    gone = line.case.measures.filter(items__fate=ItemFate.HANDED_OVER)
    return set(gone.values_list("party", flat=True))
