"""Where files lie while they come: beside the vault, on the same disk, under names of ours, never among what is served."""

from __future__ import annotations

import shutil
from collections import OrderedDict
from pathlib import Path
from threading import Lock

from django.conf import settings

from yangguang.base import chunk_tree, media_kinds
from yangguang.base.chunk_tree import Fingerprints

KNOWN_AT_MOST = 64  # uploads whose fingerprints this process has taken so far; the others are read again at the end
_known: OrderedDict[str, Fingerprints] = OrderedDict()
_guard = Lock()


def folder() -> Path:
    """The folder of what is not whole yet."""
    return Path(settings.VAULT_DIR) / ".incoming"


def part_of(ref: str) -> Path:
    """Where an upload lies until it is whole."""
    return folder() / f"{ref}.part"


def room() -> int:
    """Bytes free on the disk of the vault."""
    place = Path(settings.VAULT_DIR)
    place.mkdir(parents=True, exist_ok=True)
    return shutil.disk_usage(place).free


def wanted() -> str:
    """The kinds of files that may come, for people."""
    return "、".join(suffix.lstrip(".").upper() for suffix in media_kinds.SUFFIXES)


def taken_so_far(ref: str, offset: int) -> Fingerprints | None:
    """The fingerprints of the first `offset` bytes, if this process took them; whoever is given them has them alone."""
    with _guard:
        known = _known.pop(ref, None)
    if known is None and offset == 0:
        return Fingerprints()
    return known if known is not None and known.size == offset else None


def remember(ref: str, told: Fingerprints) -> None:
    """Keep them for the next part."""
    with _guard:
        _known[ref] = told
        while len(_known) > KNOWN_AT_MOST:
            _known.popitem(last=False)


def read_again(ref: str) -> Fingerprints:
    """The fingerprints of what lies on disk."""
    return chunk_tree.of(chunk_tree.blocks_of(part_of(ref)))
