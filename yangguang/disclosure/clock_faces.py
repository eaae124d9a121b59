"""The clock of a publication as screens show it."""

from __future__ import annotations

from datetime import date

from yangguang.base import calendars
from yangguang.base.components.clocks import ClockFace, ClockState, done, ended, running
from yangguang.disclosure.decided import served_on
from yangguang.disclosure.following_up import follow_up_face
from yangguang.disclosure.list_copies import release_day
from yangguang.disclosure.models import (
    CreditRepair,
    Publication,
    PublicationStatus,
    StandingPublication,
    StandingStatus,
)
from yangguang.disclosure.queries import standing_of
from yangguang.disclosure.repairing import due_of
from yangguang.kernel import clock
from yangguang.kernel.workdays import workdays_between, workdays_left


def face_of(publication: Publication, on: date | None = None) -> ClockFace:
    """Waiting: how long still, or held back until service. Published: on which day. To take back: by when. Gone: that it is;
    pulled at once: until when somebody else approves it.
    """
    on = on or clock.today()
    if publication.waits:
        standing = standing_of(publication, on)
        if standing.deferred:
            return ClockFace(ClockState.SUSPENDED, "尚未送达，暂缓公开")
        return running(standing.left, due_on=standing.due.day, is_provisional=standing.due.provisional)
    if publication.status == PublicationStatus.WITHDRAWN:
        return follow_up_face(publication, on) or ended(publication.get_status_display())
    return withdrawal_face(publication, on) or done(_counted(publication))


def withdrawal_face(publication: Publication, on: date | None = None) -> ClockFace | None:
    """How long is left to take a publication back, or None when nothing asks for it."""
    if not publication.stands or publication.withdraw_by is None:
        return None
    left = workdays_left(on or clock.today(), publication.withdraw_by, calendars.in_force())
    return running(left, due_on=publication.withdraw_by)


def release_face(publication: StandingPublication, on: date | None = None) -> ClockFace:
    """How long is left to release an edition; nothing runs for what is out, or for an officer's entry."""
    due = release_day(publication)
    if publication.status == StandingStatus.PENDING and due is not None:
        return running(workdays_left(on or clock.today(), due, calendars.in_force()), due_on=due)
    if publication.status == StandingStatus.WITHDRAWN:
        return ended(publication.get_status_display())
    return ClockFace(ClockState.DONE, publication.get_status_display())


def repair_face(repair: CreditRepair, on: date | None = None) -> ClockFace:
    """How long is left to decide; not started while the body has not set how long it takes."""
    received_on = repair.received_at.astimezone(clock.BEIJING).date()
    calendar = calendars.in_force()
    if repair.decided_on is not None:
        return done(max(workdays_between(received_on, repair.decided_on, calendar), 1))
    due = due_of(repair)
    if due is None:
        return ClockFace(ClockState.NOT_STARTED, "没有设定办理期限")
    return running(workdays_left(on or clock.today(), due, calendar), due_on=due)


def _counted(publication: Publication) -> int:
    day = publication.published_on or publication.withheld_on or publication.decided_on
    start = served_on(publication) or publication.decided_on
    start = publication.decided_on if start > day else start
    return max(workdays_between(start, day, calendars.in_force()), 1)
