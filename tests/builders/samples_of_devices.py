"""Recording devices and what came from them, as they stand in addresses."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.builders.devices import a_device
from tests.builders.stations import an_unclaimed
from yangguang.directory.models import Body


def device(body: Body, state: str) -> dict:
    """A device in store."""
    return {"ref": a_device(body).public_id}


def device_act(body: Body, state: str) -> dict:
    """An act on one."""
    return {"ref": a_device(body).public_id, "act": "calibrate"}


def unclaimed(body: Body, state: str) -> dict:
    """A recording nobody could place."""
    with TemporaryDirectory() as folder:
        return {"ref": an_unclaimed(body, Path(folder)).public_id}


SAMPLES_OF_DEVICES = {make.__name__: make for make in (device, device_act, unclaimed)}
