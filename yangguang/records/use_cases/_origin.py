"""Whose a recording from a card is: the device by the name of the file, the officer by who had it then, the case by its rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings

from yangguang.directory.api import Body, Officer
from yangguang.kernel.clock_offset import true_time
from yangguang.records.card import CardFile
from yangguang.records.finding import Taken, file_of
from yangguang.records.models import DeviceLending, RecordingDevice
from yangguang.records.rules import recording_names

MOST_LENDINGS = 500
NO_TIME = "文件名里没有时间，按文件的修改时间登记"


@dataclass(frozen=True)
class Origin:
    """What can be said about a recording; `why` when a person has to say to which file it belongs."""

    occurred_at: datetime
    device_number: str = ""
    clock_offset_seconds: int | None = None
    officer: Officer | None = None
    file_ref: str = ""
    why: str = ""


def origin_of(one: CardFile, *, body: Body, device_number: str = "") -> Origin:
    """What the name says, set right by the clock of the device; `device_number` is the device of the whole card."""
    told = recording_names.read(one.name, settings.RECORDING_NAMES or recording_names.USUAL)
    number = told.device or device_number
    written = told.written_at or datetime.fromtimestamp(one.changed_at, UTC)
    device = RecordingDevice.objects.filter(body=body, number__iexact=number).first() if number else None
    lending = _had_it(device, written) if device else None
    ahead = lending.clock_offset_seconds if lending else (device.clock_offset_seconds if device else None)
    officer = lending.officer if lending else None
    known = Origin(true_time(written, ahead or 0), device.number if device else number, ahead, officer)
    why = _doubt(told, known, body, registered=device is not None)
    if not why:
        found = file_of(Taken(body.pk, officer.pk if officer else None, known.occurred_at, told.case_number))
        why = "" if found.file_ref else found.why
        return Origin(known.occurred_at, known.device_number, ahead, officer, found.file_ref, why)
    return Origin(known.occurred_at, known.device_number, ahead, officer, "", why)


def _doubt(told: recording_names.NameFacts, known: Origin, body: Body, *, registered: bool) -> str:
    """Why its origin is not clear (GD-REC-2021:24)."""
    if told.written_at is None:
        return NO_TIME
    if not registered:
        return "来源不明：设备没有登记" if known.device_number else "来源不明：文件名里没有设备编号"
    if known.officer is None:
        return "来源不明：拍摄时设备没有领用登记"
    if told.certificate:
        bearer = Officer.objects.filter(body=body, certificates__number__iexact=told.certificate).first()
        if bearer is not None and bearer.pk != known.officer.pk:
            return f"文件名里的证号是{bearer.name}的，设备当时由{known.officer.name}领用"
    return ""


def _had_it(device: RecordingDevice, written: datetime) -> DeviceLending | None:
    """Who had the device at the true moment of what its clock wrote down."""
    rows = DeviceLending.objects.filter(device=device).select_related("officer").order_by("-taken_at", "-pk")
    for one in rows[:MOST_LENDINGS]:
        moment = true_time(written, one.clock_offset_seconds)
        if one.taken_at <= moment and (one.returned_at is None or moment <= one.returned_at):
            return one
    return None
