"""Recording devices, who keeps them and who takes them, for tests."""

from __future__ import annotations

from datetime import date
from itertools import count

from tests.builders.directory import a_body, a_unit, an_account, an_officer
from yangguang.directory.models import Account, Body, Officer, Unit
from yangguang.kernel.moment import Moment
from yangguang.records.models import DeviceLending, RecordingDevice
from yangguang.records.use_cases.check_out_device import check_out_device
from yangguang.records.use_cases.register_device import register_device

_numbers = count(1)


def a_keeper(body: Body | None = None) -> Account:
    """Who keeps the devices of a body."""
    return an_account(role="archivist", body=body)


def the_unit(body: Body) -> Unit:
    """The unit whose devices they are."""
    return body.units.first() or a_unit(body)


def a_device(body: Body | None = None, *, keeper: Account | None = None, number: str = "", **facts) -> RecordingDevice:
    """One body camera in store."""
    keeper = keeper or a_keeper(body or a_body())
    told = {"kind": "body_camera", "model": "DSJ-V8", "standard": "GA/T 947.1—2015", "bought_on": date(2025, 3, 3)}
    return register_device(
        unit=facts.pop("unit", None) or the_unit(keeper.body), number=number or f"DSJ{next(_numbers):04d}", actor=keeper,
        at=Moment.now(), **(told | facts),
    )  # fmt: skip


def taken(
    device: RecordingDevice, *, keeper: Account | None = None, officer: Officer | None = None, at: Moment | None = None,
    ahead: int | None = 5, **facts,
) -> DeviceLending:  # fmt: skip
    """An officer has it."""
    told = {"purpose": "到用人单位检查", "battery_percent": 90, "space_gb": 60}
    return check_out_device(
        device=device, officer=officer or an_officer(body=device.body), clock_offset_seconds=ahead,
        actor=keeper or a_keeper(device.body), at=at or Moment.now(), **(told | facts),
    )  # fmt: skip
