"""What a recording or a picture is, by its first bytes; the ending of its name may only choose among what these allow."""

from __future__ import annotations

from pathlib import Path

HEAD = 4096  # bytes that are enough to tell
BASE = {".mp4": "video/mp4", ".m4v": "video/mp4", ".m4a": "audio/mp4", ".mov": "video/quicktime"}
PICTURE = {".heic": "image/heic", ".heif": "image/heic"}
BRANDS = {
    b"qt  ": {".mov": "video/quicktime"}, b"M4A ": {".m4a": "audio/mp4"}, b"M4B ": {".m4a": "audio/mp4"},
    **dict.fromkeys((b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1"), PICTURE),
    **dict.fromkeys(
        (b"isom", b"iso2", b"iso4", b"iso5", b"iso6", b"mp41", b"mp42", b"avc1", b"M4V ", b"MSNV", b"dash"), BASE
    ),
}  # fmt: skip
OLD_FILM = (b"moov", b"mdat", b"wide", b"free", b"skip")
STARTS = {
    b"\xff\xd8\xff": {".jpg": "image/jpeg", ".jpeg": "image/jpeg"}, b"\x89PNG\r\n\x1a\n": {".png": "image/png"},
    b"ID3": {".mp3": "audio/mpeg"}, b"#!AMR\n": {".amr": "audio/amr"}, b"#!AMR-WB\n": {".amr": "audio/amr-wb"},
}  # fmt: skip
MATROSKA, DOCTYPE = b"\x1aE\xdf\xa3", b"B\x82"
SUFFIX_OF = {
    "video/mp4": ".mp4", "video/quicktime": ".mov", "video/x-matroska": ".mkv", "video/webm": ".webm",
    "audio/mpeg": ".mp3", "audio/mp4": ".m4a", "audio/wav": ".wav", "audio/amr": ".amr", "audio/amr-wb": ".amr",
    "image/jpeg": ".jpg", "image/png": ".png", "image/heic": ".heic",
}  # fmt: skip
SUFFIXES = (
    ".mp4",
    ".m4v",
    ".mov",
    ".mkv",
    ".webm",
    ".mp3",
    ".m4a",
    ".wav",
    ".amr",
    ".jpg",
    ".jpeg",
    ".png",
    ".heic",
    ".heif",
)


def kind_of(head: bytes, name: str) -> str:
    """The media type of a recording or picture that begins like this and is called so; empty when they do not agree."""
    return _allowed(head).get(Path(name).suffix.lower(), "")


def is_recording(media_type: str) -> bool:
    """Whether it is sound or film."""
    return media_type.startswith(("audio/", "video/"))


def _allowed(head: bytes) -> dict[str, str]:
    """The endings a name may have over this beginning, with the type each makes of it."""
    for start, kinds in STARTS.items():
        if head.startswith(start):
            return kinds
    if head[4:8] == b"ftyp":
        return BRANDS.get(head[8:12], {})
    if head[4:8] in OLD_FILM:
        return {".mov": "video/quicktime"}
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return {".wav": "audio/wav"}
    if head[:4] == MATROSKA:
        return _matroska(head)
    if len(head) > 1 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2:  # a frame of MPEG audio, layer III
        return {".mp3": "audio/mpeg"}
    return {}


def _matroska(head: bytes) -> dict[str, str]:
    """What the document type of the container says."""
    where = head.find(DOCTYPE, 4, 64)
    told = head[where + 3 : where + 11] if where > 0 else b""
    if told.startswith(b"webm"):
        return {".webm": "video/webm"}
    return {".mkv": "video/x-matroska"} if told == b"matroska" else {}
