"""The keys of a log or a witness: made at first use, each in a file of its own that only the service account reads.

It never reaches a database, and so no dump of one. A lost key is not made anew under the same log (docs/how-to/public-log.md).
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from yangguang.base.tlog import notes, sm2
from yangguang.base.tlog.notes import COSIGNATURE, ED25519, OTHER, BadNote, Verifier
from yangguang.kernel import chance, clock, disk

SEED = 32
ONLY_OWNER = 0o600


class KeyUnusable(Exception):
    """The key file is not there, is damaged, or others can read it."""


@dataclass(frozen=True)
class LogKey:
    """The Ed25519 key of a log."""

    name: str
    secret: Ed25519PrivateKey

    @property
    def verifier(self) -> Verifier:
        """Its public half."""
        return Verifier(self.name, ED25519, _public(self.secret))

    def line(self, text: str) -> str:
        """Sign a text."""
        return notes.signature_line(self.verifier, self.secret.sign(text.encode()))


@dataclass(frozen=True)
class WitnessKey:
    """The Ed25519 key of a witness, which signs with the time."""

    name: str
    secret: Ed25519PrivateKey

    @property
    def verifier(self) -> Verifier:
        """Its public half."""
        return Verifier(self.name, COSIGNATURE, _public(self.secret))

    def line(self, text: str) -> str:
        """Cosign the lines of a checkpoint."""
        time = int(clock.now().timestamp())
        signature = self.secret.sign(notes.cosigned_message(text, time))
        return notes.signature_line(self.verifier, time.to_bytes(8, "big") + signature)


@dataclass(frozen=True)
class Sm2Key:
    """The SM2 key with which a log signs a second time."""

    name: str
    secret: bytes
    public: bytes

    @property
    def verifier(self) -> Verifier:
        """Its public half."""
        return Verifier(self.name, OTHER, sm2.LABEL + self.public)

    def line(self, text: str) -> str:
        """Sign a text. Raises NoSm2 where the part for it is not installed."""
        return notes.signature_line(self.verifier, sm2.signature(self.secret, self.public, text.encode()))


def make_key(path: Path, name: str) -> None:
    """Put a new key in place under a name, whole and durable, unless there is one already."""
    if not notes.is_name(name):
        raise BadNote("名称不能含有空格和加号")
    if not path.exists():
        content = f"{name}\n{notes.encoded(chance.token_bytes(SEED))}\n".encode()
        disk.write_durably(path, content, mode=ONLY_OWNER)


def make_sm2_key(path: Path, name: str) -> None:
    """The same for an SM2 key: secret and public point. Raises NoSm2."""
    if not path.exists():
        content = f"{name}\n{notes.encoded(b''.join(sm2.generated()))}\n".encode()
        disk.write_durably(path, content, mode=ONLY_OWNER)


def sm2_key(path: Path) -> Sm2Key:
    """The log's SM2 key. Raises KeyUnusable without one."""
    name, raw = _read(path, sm2.SECRET + sm2.POINT)
    return Sm2Key(name, raw[: sm2.SECRET], raw[sm2.SECRET :])


def log_key(path: Path) -> LogKey:
    """The log's key. Raises KeyUnusable without one."""
    return LogKey(*_ed25519(path))


def witness_key(path: Path) -> WitnessKey:
    """The witness's key. Raises KeyUnusable without one."""
    return WitnessKey(*_ed25519(path))


def _ed25519(path: Path) -> tuple[str, Ed25519PrivateKey]:
    name, raw = _read(path, SEED)
    return name, Ed25519PrivateKey.from_private_bytes(raw)


def _read(path: Path, length: int) -> tuple[str, bytes]:
    try:
        mode = os.stat(path).st_mode & 0o777
        if mode & ~ONLY_OWNER:
            raise KeyUnusable(f"密钥文件 {path} 权限是 {mode:o}，别人也能读，请改为只有服务账号可读（chmod 600）")
        name, seed, rest = path.read_text(encoding="utf-8").split("\n")
        raw = notes.decoded(seed)
    except (OSError, ValueError):
        raise KeyUnusable(f"密钥文件 {path} 不在，或者不是密钥") from None
    if rest or len(raw) != length or not notes.is_name(name):
        raise KeyUnusable(f"{path} 不是密钥文件")
    return name, raw


def _public(secret: Ed25519PrivateKey) -> bytes:
    return secret.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
