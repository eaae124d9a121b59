"""The key that batches are signed with, and the signed head of each: number, the one before it, the manifest's fingerprint."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from yangguang.base.tlog import keys, notes
from yangguang.base.tlog.keys import LogKey

FIRST = "0" * 64


def folder() -> Path:
    """Where the key, the files to be picked up and the receipts lie."""
    return Path(settings.UPWARD_DIR)


def own_key() -> LogKey:
    """This site's key, made at its first use."""
    path = folder() / "key"
    keys.make_key(path, "yangguang-upward")
    return keys.log_key(path)


def head_of(*, code: str, number: int, previous: str, manifest: str) -> str:
    """The lines that are signed."""
    return f"yangguang-upward\nbatch {code}\nnumber {number}\nprevious {previous}\nmanifest {manifest}\n"


def signed(head: str) -> bytes:
    """The lines with the site's signature under them."""
    return f"{head}\n{own_key().line(head)}".encode()


def signed_head(note: bytes) -> str:
    """The lines again. Raises BadNote when this site's key did not sign them."""
    return notes.signed_by(note, [own_key().verifier])[0]
