"""Enter a recording in the catalogue, or correct its entry: stage, time, place, people, points. Earlier versions stay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.events.viewing import RecordingCatalogued
from yangguang.records.models import RecordingEntry
from yangguang.records.use_cases._kept_recordings import CLAUSE, kept

GRACE = timedelta(minutes=1)


@dataclass(frozen=True)
class Entry:
    """What the catalogue says of one recording."""

    stage: str
    began_at: datetime
    ended_at: datetime
    place: str
    people: str
    points: str


@transaction.atomic
def catalogue_recording(
    *, media_ref: str, entry: Entry, actor: Account, at: Moment, reason: str = ""
) -> RecordingEntry:
    """Raises Refused for an entry that lacks something, and for a correction without a reason."""
    media = kept(media_ref, actor)
    if entry.ended_at < entry.began_at:
        raise Refused("结束时间早于起始时间。", CLAUSE, remedy="请核对时段。", field="ended_at")
    if entry.ended_at > at.recorded_at + GRACE:
        raise Refused("结束时间不能晚于现在。", CLAUSE, remedy="请核对时段。", field="ended_at")
    version = (media.entries.aggregate(last=Max("version"))["last"] or 0) + 1
    said = clean(reason, label="更正理由", most=200, field="reason")
    if version > 1 and not said:
        raise Refused("更正编目应当写明理由。", CLAUSE, field="reason")
    made = RecordingEntry.objects.create(
        media=media, version=version, began_at=entry.began_at, ended_at=entry.ended_at, reason=said,
        stage=clean(entry.stage, label="环节", most=60, least=1, field="stage"),
        place=clean(entry.place, label="地点", most=200, least=1, field="place"),
        people=clean(entry.people, label="人员", most=200, least=1, field="people"),
        points=clean(entry.points, label="要点", most=400, least=1, field="points"),
        made_by_name=actor.actor_name, made_at=at.recorded_at,
    )  # fmt: skip
    event = RecordingCatalogued(media.name, version, made.stage, made.place, made.people, made.points, said)
    ledger.record(event, subject=media.subject, actor=actor, at=at)
    return made
