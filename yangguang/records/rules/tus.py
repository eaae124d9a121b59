"""What the resumable upload protocol (tus 1.0) writes into headers, read: lengths, offsets, metadata, checksums."""

from __future__ import annotations

import base64
import binascii
from datetime import UTC, datetime

VERSION = "1.0.0"
EXTENSIONS = "creation,checksum,termination,expiration"
ALGORITHMS = ("sha256", "sha1")  # the protocol demands the second
LONGEST = 4096  # characters of metadata


class Unreadable(ValueError):
    """A header that says nothing the protocol knows."""


def number(told: str | None) -> int:
    """A length or an offset."""
    if told is None or not (told.isascii() and told.isdecimal()) or len(told) > 18:
        raise Unreadable("number")
    return int(told)


def metadata(told: str) -> dict[str, str]:
    """Names with their values, which travel in base64."""
    if len(told) > LONGEST:
        raise Unreadable("metadata")
    found: dict[str, str] = {}
    for pair in filter(None, (one.strip() for one in told.split(","))):
        name, _, value = pair.partition(" ")
        if name in found:
            raise Unreadable(name)
        found[name] = _text(value.strip())
    return found


def checksum(told: str) -> tuple[str, bytes]:
    """The algorithm and what it should give; nothing promised gives nothing."""
    if not told:
        return "", b""
    algorithm, _, value = told.partition(" ")
    if algorithm not in ALGORITHMS:
        raise Unreadable(algorithm)
    return algorithm, _decoded(value.strip())


def instant(told: str) -> datetime | None:
    """A moment with its zone; None when nothing is told."""
    if not told:
        return None
    try:
        found = datetime.fromisoformat(told)
        if found.tzinfo is None:
            raise Unreadable(told)
        return found.astimezone(UTC)
    except (ValueError, OverflowError) as wrong:
        raise Unreadable(told) from wrong


def _decoded(value: str) -> bytes:
    try:
        return base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError) as wrong:
        raise Unreadable(value[:40]) from wrong


def _text(value: str) -> str:
    try:
        return _decoded(value).decode("utf-8")
    except UnicodeDecodeError as wrong:
        raise Unreadable(value[:40]) from wrong
