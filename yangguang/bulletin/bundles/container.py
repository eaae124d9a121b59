"""One file that travels: a tar of a signed header, its manifest, and what the manifest names, in that order and nothing else.

Nothing of it is believed before its signature is: blocks are read one by one, every size has a limit, links, folders and
extensions of the format are refused.
"""

from __future__ import annotations

import hashlib
import json
import re
import tarfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from yangguang.base.tlog import notes
from yangguang.base.tlog.keys import LogKey
from yangguang.base.tlog.notes import BadNote, Verifier

BLOCK = tarfile.BLOCKSIZE
PIECE = 1 << 20
MOST_MANIFEST = 256 << 20
MOST_MEMBER = 4 << 30
MOST_NUMBER = 10**9
HEADER, MANIFEST = "header", "manifest.json"
NAME = re.compile(r"[a-z][a-z0-9.-]*(/[A-Za-z0-9][A-Za-z0-9._-]*){0,8}")
NOTHING_BEFORE = "0" * 64
HEX = re.compile(r"[0-9a-f]{64}")


class BadBundle(ValueError):
    """The file is no bundle, was damaged or made by somebody else. The message is Chinese and says what is wrong.

    `options` of the desk's export are what helps where bringing the same file again does not.
    """

    def __init__(self, reason: str, *, options: str = "") -> None:
        self.options = options
        super().__init__(reason)


@dataclass(frozen=True)
class Header:
    """What is signed: which kind and number, what went before, and the fingerprint of the manifest."""

    kind: str
    number: int
    previous: str
    manifest: str

    def text(self) -> str:
        """The lines that are signed."""
        return f"{self.kind}\nnumber {self.number}\nprevious {self.previous}\nmanifest {self.manifest}\n"

    @property
    def digest(self) -> str:
        """What the next one names as the one before it."""
        return hashlib.sha256(self.text().encode()).hexdigest()


@dataclass(frozen=True)
class Member:
    """One file inside: its name, size in bytes and SHA-256."""

    name: str
    size: int
    sha256: str


class Opened:
    """A file whose header is signed by the key it must be signed by; its members are read once, in order."""

    def __init__(self, file: BinaryIO, header: Header, manifest: dict[str, Any]) -> None:
        self.file, self.header, self.manifest = file, header, manifest

    def members(self) -> Iterator[tuple[Member, Callable[[BinaryIO], None]]]:
        """Each member with how to write it out; writing raises BadBundle when it is not what the manifest says."""
        for name, size, digest in self.manifest["members"]:
            member = Member(name, size, digest)
            told, length = _next(self.file)
            if (told, length) != (name, size):
                raise BadBundle(f"数据包里应当是 {name}，实际不是。")
            yield member, lambda target, member=member: _copied(self.file, member, target)  # type: ignore[misc]
            _skip(self.file, -size % BLOCK)
        if self.file.read(2 * BLOCK) != bytes(2 * BLOCK) or self.file.read(1):
            raise BadBundle("数据包末尾有多余的内容，或者被截断。")


def write(path: Path, key: LogKey, header: Header, manifest: bytes, sources: Sequence[tuple[Member, Path]]) -> None:
    """Write the whole file. Raises BadBundle when a source is not what the manifest says any more."""
    text = header.text()
    note = f"{text}\n{key.line(text)}".encode()
    with path.open("wb") as file:
        for name, content in ((HEADER, note), (MANIFEST, manifest)):
            _put_head(file, name, len(content))
            file.write(content)
            file.write(bytes(-len(content) % BLOCK))
        for member, source in sources:
            _put_head(file, member.name, member.size)
            with source.open("rb") as content_of:
                _copied(content_of, member, file)
            file.write(bytes(-member.size % BLOCK))
        file.write(bytes(2 * BLOCK))


def opened(file: BinaryIO, signer: Verifier, kind: str) -> Opened:
    """Check who signed and read the manifest. Raises BadBundle."""
    note = _whole(file, HEADER, notes.MOST_BYTES)
    try:
        text, _ = notes.signed_by(note, [signer])
    except BadNote:
        raise BadBundle("数据包不是认可的密钥签名的，或者签名不对。") from None
    header = _header_of(text)
    if header.kind != kind:
        raise BadBundle(f"这不是 {kind} 数据包。")
    manifest = _whole(file, MANIFEST, MOST_MANIFEST)
    if hashlib.sha256(manifest).hexdigest() != header.manifest:
        raise BadBundle("数据包的清单与签名不符。")
    told = json.loads(manifest)
    for name, size, digest in told["members"]:
        if not NAME.fullmatch(name) or not 0 <= size <= MOST_MEMBER or not HEX.fullmatch(digest):
            raise BadBundle("数据包的清单不合格式。")
    if not all(NAME.fullmatch(name) for name in told.get("gone_files", ())):
        raise BadBundle("数据包的清单不合格式。")
    return Opened(file, header, told)


def _header_of(text: str) -> Header:
    lines = [line.partition(" ") for line in text.split("\n")]
    if len(lines) != 5 or [line[0] for line in lines[1:]] != ["number", "previous", "manifest", ""]:
        raise BadBundle("数据包的头不合格式。")
    number, previous, manifest = (line[2] for line in lines[1:4])
    if not re.fullmatch(r"[1-9][0-9]{0,9}", number) or not HEX.fullmatch(previous) or not HEX.fullmatch(manifest):
        raise BadBundle("数据包的头不合格式。")
    return Header(lines[0][0], min(int(number), MOST_NUMBER), previous, manifest)


def _put_head(file: BinaryIO, name: str, size: int) -> None:
    if not NAME.fullmatch(name):
        raise BadBundle(f"文件名 {name} 不能放进数据包。")
    told = tarfile.TarInfo(name)
    told.size, told.mode = size, 0o644
    file.write(told.tobuf(tarfile.USTAR_FORMAT))


def _next(file: BinaryIO) -> tuple[str, int]:
    block = file.read(BLOCK)
    try:
        told = tarfile.TarInfo.frombuf(block, "ascii", "strict")
    except (tarfile.HeaderError, ValueError):
        raise BadBundle("数据包被截断或者损坏。") from None
    if told.type != tarfile.REGTYPE or told.size < 0 or told.size > MOST_MEMBER:
        raise BadBundle("数据包里有不应当有的内容。")
    return told.name, told.size


def _whole(file: BinaryIO, name: str, most: int) -> bytes:
    told, size = _next(file)
    if told != name or size > most:
        raise BadBundle("这不是数据包。")
    content = file.read(size)
    if len(content) != size:
        raise BadBundle("数据包被截断。")
    _skip(file, -size % BLOCK)
    return content


def _copied(source: BinaryIO, member: Member, target: BinaryIO) -> None:
    left, digest = member.size, hashlib.sha256()
    while left:
        piece = source.read(min(PIECE, left))
        if not piece:
            raise BadBundle(f"{member.name} 被截断。")
        digest.update(piece)
        target.write(piece)
        left -= len(piece)
    if digest.hexdigest() != member.sha256:
        raise BadBundle(f"{member.name} 与清单的指纹不符。")


def _skip(file: BinaryIO, count: int) -> None:
    if file.read(count) != bytes(count):
        raise BadBundle("数据包被截断或者损坏。")
