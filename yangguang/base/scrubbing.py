"""Read a stored file again and mend it: what lies in the vault is told from what it was, and put back from a replica."""

from __future__ import annotations

import hashlib
import os
import shutil
from pathlib import Path

from django.conf import settings

from yangguang.base import vault
from yangguang.base.models import Blob
from yangguang.kernel import clock, disk

SOUND, MISSING, ALTERED, UNREADABLE = "", "missing", "altered", "unreadable"
ASIDE = ".damaged"


def state_of(digest: str, path: Path) -> str:
    """How a file stands: sound, missing, altered, or not to be read to its end."""
    try:
        with path.open("rb") as file:
            told = hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return MISSING
    except OSError:
        return UNREADABLE
    return SOUND if told == digest else ALTERED


def restored(blob: Blob) -> tuple[bool, str]:
    """Put a sound copy from the replica in place; whether it worked, and where the damaged one is kept aside.

    The copy is judged before it takes the place and again after; the damaged file is never thrown away.
    """
    replica, place = settings.VAULT_REPLICA, vault.path_of(blob.sha256)
    if replica is None:
        return False, ""
    found = Path(replica) / place.relative_to(settings.VAULT_DIR)
    if state_of(blob.sha256, found) != SOUND:
        return False, ""
    aside = _put_aside(place)
    disk.make_durably(place, lambda made: _copied(found, made), mode=0o440)
    return state_of(blob.sha256, place) == SOUND, aside


def _copied(source: Path, target: Path) -> None:
    with source.open("rb") as read, target.open("wb") as write:
        shutil.copyfileobj(read, write, 1 << 20)


def _put_aside(place: Path) -> str:
    if not os.path.lexists(place):
        return ""
    kept = Path(settings.VAULT_DIR) / ASIDE / f"{place.name}-{clock.now():%Y%m%d%H%M%S}"
    disk.make_folder(kept.parent)
    os.replace(place, kept)
    disk.sync_folder(kept.parent)
    return f"{ASIDE}/{kept.name}"
