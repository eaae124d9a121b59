"""The diary as an iCalendar file: what the page shows its reader, for the calendar of a phone or a mail program."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

from icalendar import Calendar, Event

from yangguang.cases.api import Engagement
from yangguang.kernel import clock

MEDIA_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//Yangguang//Diary//ZH"


def calendar_of(found: Iterable[Engagement], *, name: str, now: datetime) -> bytes:
    """Entries with an hour in Beijing time, the others as whole days; no link and no word the page does not show."""
    calendar = Calendar.new(prodid=PRODUCT, name=name)
    for one in found:
        calendar.add_component(_event(one, now))
    calendar.add_missing_timezones()
    return calendar.to_ical()


def _event(one: Engagement, now: datetime) -> Event:
    event = Event()
    event.add("uid", _uid(one))
    event.add("dtstamp", now)
    if one.at is not None:
        event.add("dtstart", one.at.astimezone(clock.BEIJING))  # how long it takes is nowhere written
    else:
        event.add("dtstart", one.day)
        event.add("transp", "TRANSPARENT")
    event.add("summary", f"{one.label}：{one.what}")
    event.add("description", one.case.number)
    event.add("class", "PRIVATE")
    if one.place:
        event.add("location", one.place)
    return event


def _uid(one: Engagement) -> str:
    """The same entry keeps its identity however often it is taken out, so that a calendar brings it up to date."""
    told = "\n".join((one.case.public_id, one.kind, one.ref))
    return f"{sha256(told.encode()).hexdigest()[:32]}@yangguang"
