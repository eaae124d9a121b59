"""Cards of body cameras, for tests."""

from __future__ import annotations

from pathlib import Path

from django.test import override_settings

from tests.builders.devices import a_device, a_keeper, taken
from tests.builders.media import a_recording
from yangguang.directory.models import Account, Body
from yangguang.kernel import clock
from yangguang.kernel.moment import Moment
from yangguang.records.card import files_in
from yangguang.records.models import Upload
from yangguang.records.use_cases._import_recordings import import_recordings


def put(folder: Path, name: str, *, seed: int = 1, size: int = 20_000, content: bytes | None = None) -> Path:
    """A recording on a card."""
    place = folder / name
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(a_recording(size, place.suffix.lower(), seed) if content is None else content)
    return place


def outcomes(folder: Path, actor: Account, **told) -> dict[str, tuple[str, str]]:
    """What became of each file, by its place."""
    return {one.name: (one.outcome, one.words) for one in import_recordings(folder, actor=actor, **told)}


def an_unclaimed(body: Body, folder: Path) -> Upload:
    """A recording nobody could place."""
    keeper = a_keeper(body)
    put(folder, "VID_20261118_090000.mp4", seed=len(files_in(folder)) if folder.is_dir() else 1)
    import_recordings(folder, actor=keeper)
    return Upload.objects.get(body=body, state="unclaimed")


def a_camera_out(body: Body, officer, keeper: Account, *, ahead: int = 0, day=None, number: str = "DSJ0001"):
    """An officer took a camera in the morning of a day."""
    device = a_device(keeper=keeper, number=number)
    with clock.frozen(clock.beijing(day or clock.today(), 8)):
        taken(device, keeper=keeper, officer=officer, at=Moment.now(), ahead=ahead)
    return device


def with_station(folder: Path):
    """A site whose station puts recordings here."""
    return override_settings(STATION_FOLDER=str(folder))
