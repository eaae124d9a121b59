"""Figures of recording devices for each unit: what it has against what its standard asks for, and how they are used.

They are about units. Nobody's recordings are counted by person: who records little may have had little to record.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.conf import settings
from django.db.models import Count, F, Q, QuerySet, Sum

from yangguang.base import local_values
from yangguang.directory.api import Body, Officer, Unit
from yangguang.kernel import clock
from yangguang.records.models import DeviceLending, DeviceState, MediaManifest, RecordingDevice

STANDARD, PRICE = "recording_device_persons", "recording_device_price_fen"


@dataclass(frozen=True)
class UnitNeed:
    """One unit: its officers and usable devices; what is missing, where the body has set how many share one."""

    unit: Unit
    officers: int
    usable: int
    faulty: int
    persons: int | None
    price_fen: int | None
    bought_fen: int

    @property
    def needed(self) -> int | None:
        """How many devices the standard asks for; a part of the officers needs a whole one."""
        return None if self.persons is None else -(-self.officers // self.persons)

    @property
    def missing(self) -> int | None:
        """How many are lacking."""
        return None if self.needed is None else max(self.needed - self.usable, 0)

    @property
    def budget_fen(self) -> int | None:
        """What is to be planned for them."""
        return None if self.missing is None or self.price_fen is None else self.missing * self.price_fen


@dataclass(frozen=True)
class UnitUse:
    """One unit in a span of days: how its devices were used."""

    unit: Unit
    devices: int
    lendings: int
    out: int
    too_long: int
    unfiled: int
    recordings: int
    bytes_kept: int


def needs(bodies: Iterable[int], on: date) -> list[UnitNeed]:
    """Every unit that has officers or devices, in the order of the register."""
    officers = _per_unit(Officer.objects.filter(left_on=None, body_id__in=bodies))
    devices = RecordingDevice.objects.filter(body_id__in=bodies)
    usable = _per_unit(devices.filter(state__in=(DeviceState.IN_STORE, DeviceState.OUT)))
    faulty = _per_unit(devices.filter(state=DeviceState.FAULTY))
    spent: Counter[int] = Counter()
    for unit_id, price in devices.filter(bought_on__year=on.year).values_list("unit_id", "price_fen"):
        spent[unit_id] += price
    units = Unit.objects.filter(pk__in={*officers, *usable, *faulty}).select_related("body").order_by("body_id", "pk")
    told = {body.pk: _told(body, on) for body in {unit.body for unit in units}}
    return [
        UnitNeed(unit, officers[unit.pk], usable[unit.pk], faulty[unit.pk], *told[unit.body_id], spent[unit.pk])
        for unit in units
    ]


def use(bodies: Iterable[int], first: date, last: date) -> list[UnitUse]:
    """Every unit that has devices, in the order of the register."""
    devices = RecordingDevice.objects.filter(body_id__in=bodies)
    since, until = clock.beijing(first, 0), clock.beijing(last, 23, 59)
    lent = DeviceLending.objects.filter(device__in=devices)
    taken = _per_unit(lent.filter(taken_at__range=(since, until)), "device__unit_id")
    out = _per_unit(lent.filter(returned_at=None), "device__unit_id")
    long = _per_unit(lent.filter(returned_at=None, taken_at__lt=too_long_since()), "device__unit_id")
    unfiled, had = _per_unit(devices.exclude(left_note="")), _per_unit(devices.exclude(state=DeviceState.RETIRED))
    kept = _kept(devices, since, until)
    units = (
        Unit.objects.filter(pk__in=devices.order_by().values("unit")).select_related("body").order_by("body_id", "pk")
    )
    return [
        UnitUse(
            unit,
            had[unit.pk],
            taken[unit.pk],
            out[unit.pk],
            long[unit.pk],
            unfiled[unit.pk],
            *kept.get(unit.pk, (0, 0)),
        )
        for unit in units
    ]


def too_long_since() -> datetime:
    """What was taken before this should be back."""
    return clock.now() - settings.DEVICE_OUT_TOO_LONG


def _told(body: Body, on: date) -> tuple[int | None, int | None]:
    persons, price = (local_values.find(name, chain=body.public_id, on=on) for name in (STANDARD, PRICE))
    return (persons.value if persons else None), (price.value if price else None)


def _per_unit(
    rows: QuerySet[Officer] | QuerySet[RecordingDevice] | QuerySet[DeviceLending], by: str = "unit_id"
) -> Counter[int]:
    return Counter(dict(rows.order_by().values_list(by).annotate(count=Count("pk"))))


def _kept(devices: QuerySet[RecordingDevice], since: datetime, until: datetime) -> dict[int, tuple[int, int]]:
    """How many recordings of the devices of each unit were stored, and how large they are together."""
    units = {(body, number): unit for body, number, unit in devices.values_list("body_id", "number", "unit_id")}
    rows = MediaManifest.objects.filter(body_id__in={body for body, _ in units}, made_at__range=(since, until))
    counted = rows.filter(~Q(device_number="")).order_by().values("body_id", number=F("device_number"))
    found: dict[int, tuple[int, int]] = {}
    for one in counted.annotate(count=Count("pk"), size=Sum("size")):
        if (unit := units.get((one["body_id"], one["number"]))) is not None:
            count, size = found.get(unit, (0, 0))
            found[unit] = count + one["count"], size + one["size"]
    return found
