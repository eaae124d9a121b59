"""Signed notes (C2SP signed-note): a text and lines of signatures, each by a named key that readers know beforehand."""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from yangguang.base.tlog import sm2

ED25519, COSIGNATURE, OTHER = 0x01, 0x04, 0xFF  # the last is told by the label before the key: SM2 alone is known
DASH = "— "
MOST_BYTES = 65536
MOST_SIGNATURES = 64


class BadNote(ValueError):
    """A text that is no signed note, or one that nobody known has signed."""


class Signer(Protocol):
    """Whoever puts a line under a note: an Ed25519 key, an SM2 key, a witness."""

    def line(self, text: str) -> str:
        """The signature line for a text, with its newline."""
        ...


@dataclass(frozen=True)
class Verifier:
    """A public key under its name; its kind says what it signs: the note, or the note with the witness's time."""

    name: str
    kind: int
    public: bytes

    @property
    def key_id(self) -> bytes:
        """The four bytes that stand before each of its signatures."""
        return hashlib.sha256(self.name.encode() + b"\n" + bytes([self.kind]) + self.public).digest()[:4]

    @property
    def vkey(self) -> str:
        """The key as people pass it on: name+id+key."""
        return f"{self.name}+{self.key_id.hex()}+{encoded(bytes([self.kind]) + self.public)}"

    def check(self, text: str, signature: bytes) -> None:
        """Raises BadNote unless this key made the signature over the text, NoSm2 where nobody here can tell."""
        message = text.encode()
        if self.kind == OTHER:
            if not sm2.holds(self.public.removeprefix(sm2.LABEL), message, signature):
                raise BadNote(f"{self.name} 的国密签名不对")
            return
        if self.kind == COSIGNATURE:
            message, signature = cosigned_message(text, int.from_bytes(signature[:8], "big")), signature[8:]
        try:
            Ed25519PublicKey.from_public_bytes(self.public).verify(signature, message)
        except InvalidSignature:
            raise BadNote(f"{self.name} 的签名不对") from None


def verifier_of(vkey: str) -> Verifier:
    """Read a key as people pass it on. Raises BadNote when it is none, or its id does not belong to it."""
    name, _, rest = vkey.strip().partition("+")
    given, _, key = rest.partition("+")
    raw = decoded(key)
    if not is_name(name) or not _is_key(raw):
        raise BadNote("这不是日志或者见证人的公钥")
    verifier = Verifier(name, raw[0], raw[1:])
    if verifier.key_id.hex() != given:
        raise BadNote("公钥的编号与公钥不符")
    return verifier


def _is_key(raw: bytes) -> bool:
    if raw[:1] == bytes([OTHER]):
        return raw[1:].startswith(sm2.LABEL) and len(raw) == 1 + len(sm2.LABEL) + sm2.POINT
    return len(raw) == 33 and raw[0] in {ED25519, COSIGNATURE}


def cosigned_message(text: str, time: int) -> bytes:
    """What a witness signs: that at this time it knew no larger tree that was consistent."""
    return f"cosignature/v1\ntime {time}\n{text}".encode()


def signature_line(verifier: Verifier, signature: bytes) -> str:
    """One line under a note."""
    return f"{DASH}{verifier.name} {encoded(verifier.key_id + signature)}\n"


def split(note: bytes) -> tuple[str, list[str]]:
    """The text and the signature lines of a note, unchecked. Raises BadNote when the form is wrong."""
    if len(note) > MOST_BYTES:
        raise BadNote("文件太长")
    try:
        whole = note.decode("utf-8")
    except UnicodeDecodeError:
        raise BadNote("文件不是 UTF-8 编码") from None
    if any(sign < " " and sign != "\n" for sign in whole):
        raise BadNote("文件里有控制字符")
    text, gap, rest = whole.rpartition("\n\n")
    lines = rest.split("\n")
    if not gap or not text or lines.pop() or not lines or len(lines) > MOST_SIGNATURES:
        raise BadNote("这不是签名文件")
    for line in lines:
        signature_of(line)
    return f"{text}\n", [f"{line}\n" for line in lines]


def signature_of(line: str) -> tuple[str, bytes, bytes]:
    """Name, key id and signature of one line."""
    name, gap, value = line.rstrip("\n").removeprefix(DASH).partition(" ")
    raw = decoded(value)
    if not line.startswith(DASH) or not gap or not is_name(name) or len(raw) <= 4:
        raise BadNote("签名行写得不对")
    return name, raw[:4], raw[4:]


def signed_by(note: bytes, known: Iterable[Verifier]) -> tuple[str, list[Verifier]]:
    """The text and who of the known has signed it. Raises BadNote when none has, or a known one's signature is wrong."""
    text, lines = split(note)
    keys = {(one.name, one.key_id): one for one in known}
    found = []
    for line in lines:
        name, key_id, signature = signature_of(line)
        if verifier := keys.get((name, key_id)):
            verifier.check(text, signature)
            found.append(verifier)
    if not found:
        raise BadNote("没有认识的人签名")
    return text, found


def is_name(name: str) -> bool:
    """Whether a key may be called so."""
    return bool(name) and "+" not in name and not any(sign.isspace() for sign in name)


def encoded(raw: bytes) -> str:
    """Base64, as it stands in notes."""
    return base64.b64encode(raw).decode("ascii")


def decoded(text: str) -> bytes:
    """Bytes from base64, written in the one way that is right. Raises BadNote otherwise."""
    try:
        raw = base64.b64decode(text.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError):
        raise BadNote("这不是 base64") from None
    if encoded(raw) != text:
        raise BadNote("base64 的写法不规范")
    return raw
