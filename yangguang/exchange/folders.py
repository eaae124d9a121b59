"""The folders shared with the exchange front-end: `outbox` for what it picks up, `inbox` for the receipts it brings."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

from yangguang.base import vault
from yangguang.base.tlog import notes
from yangguang.exchange.models import UpwardBatch
from yangguang.exchange.packing import MANIFEST, unpacked
from yangguang.exchange.rules.receipts import MOST_BYTES
from yangguang.exchange.signing import folder
from yangguang.kernel import chance, disk

SUFFIXES = frozenset({".csv", ".json"})
SIGNATURE = ".sig"
AT_ONCE = 200
TAKEN, REFUSED = "taken", "refused"
READABLE = 0o644


def outbox() -> Path:
    """What waits to be picked up, a folder a batch."""
    return folder() / "outbox"


def inbox() -> Path:
    """Receipts that were brought."""
    return folder() / "inbox"


def put_out(batch: UpwardBatch) -> None:
    """Write a batch out for the front-end; the manifest comes last, so that what has one is whole. Done twice, it is the same."""
    assert batch.files is not None
    files = unpacked(vault.read(batch.files))
    for name in sorted(files, key=lambda one: (one == MANIFEST, one)):
        disk.write_durably(outbox() / batch.code / name, files[name], mode=READABLE)


def waiting_receipts() -> Iterator[Path]:
    """Files to be taken in, by name; what is being written under a leading dot, links and folders are left alone."""
    if not inbox().is_dir():
        return
    found = [
        one for one in sorted(inbox().iterdir()) if one.suffix.lower() in SUFFIXES and not one.name.startswith(".")
    ]
    yield from [one for one in found if not one.is_symlink() and one.is_file()][:AT_ONCE]


def content_of(path: Path) -> bytes:
    """What the file says, and no more than one byte beyond the largest receipt."""
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def signature_of(path: Path) -> bytes:
    """What lies beside a receipt under its name with .sig: it is written before the receipt. Nothing where there is none."""
    beside = _signature_beside(path)
    if beside.is_symlink() or not beside.is_file():
        return b""
    with beside.open("rb") as file:
        return file.read(notes.MOST_BYTES + 1)


def _signature_beside(path: Path) -> Path:
    return path.with_name(f"{path.name}{SIGNATURE}")


def put_aside(path: Path, *, why: str = "", whose: str = "") -> None:
    """Out of the inbox, with its signature: to the ones taken in, or to the refused with the reason beside it, in the folder of
    the body whose batch it names.
    """
    target = inbox() / (Path(REFUSED) / whose if why else TAKEN) / f"{chance.public_id()[:8]}-{path.name[-80:]}"
    target.parent.mkdir(parents=True, exist_ok=True)
    if why:
        disk.write_durably(target.with_name(f"{target.name}.txt"), why.encode(), mode=READABLE)
    shutil.move(str(path), target)
    if (beside := _signature_beside(path)).is_file():
        shutil.move(str(beside), _signature_beside(target))


def refused_receipts(whose: str = "", most: int = 20) -> list[tuple[str, str]]:
    """Names and reasons of what was not taken in, until somebody clears it away: of a body's batches, or, without a body, of
    what nobody can say whose it is.
    """
    place = inbox() / REFUSED / whose
    if not place.is_dir():
        return []
    notes = sorted(place.glob("*.txt"), key=lambda one: one.stat().st_mtime, reverse=True)[:most]
    return [
        (legible(one.name.removesuffix(".txt").partition("-")[2]), one.read_text(encoding="utf-8")) for one in notes
    ]


def legible(name: str) -> str:
    """A file's name as text, whatever its letters were written in."""
    return name.encode("utf-8", "replace").decode()
