"""The key that batches are signed with, and the signed head of each: number, the one before it, the manifest's fingerprint;
and the signature of the upper platform under a receipt, where its key is known.
"""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from yangguang.base.tlog import keys, notes
from yangguang.base.tlog.keys import KeyUnusable, LogKey
from yangguang.base.tlog.notes import BadNote
from yangguang.kernel.refusal import Refused

FIRST = "0" * 64


def folder() -> Path:
    """Where the key, the files to be picked up and the receipts lie."""
    return Path(settings.UPWARD_DIR)


def own_key() -> LogKey:
    """This site's key. Raises KeyUnusable without one."""
    return keys.log_key(folder() / "key")


def must_sign(*, first: bool) -> None:
    """The key is made for the first batch and never again: with another, nothing that was signed before would hold. Raises
    Refused where it is gone or cannot be used.
    """
    if first:
        keys.make_key(folder() / "key", "yangguang-upward")
    try:
        own_key()
    except KeyUnusable as fault:
        raise Refused(
            "签名密钥不在或者不能使用，不能报送。", remedy="请系统管理员从备份恢复 upward/key，权限设为 600，再报送。"
        ) from fault


def public_line() -> str:
    """By which line anybody checks a signature of this site; nothing while there is no key."""
    try:
        return own_key().verifier.vkey
    except KeyUnusable:
        return ""


def head_of(*, code: str, number: int, previous: str, manifest: str) -> str:
    """The lines that are signed."""
    return f"yangguang-upward\nbatch {code}\nnumber {number}\nprevious {previous}\nmanifest {manifest}\n"


def signed(head: str) -> bytes:
    """The lines with the site's signature under them."""
    return f"{head}\n{own_key().line(head)}".encode()


def signed_head(note: bytes) -> str:
    """The lines again. Raises BadNote when this site's key did not sign them, KeyUnusable without one."""
    return notes.signed_by(note, [own_key().verifier])[0]


def receipt_head(*, batch: str, serial: int, digest: str) -> str:
    """The lines the upper platform signs under a receipt: to which batch, its number, the fingerprint of its file."""
    return f"yangguang-receipt\nbatch {batch}\nserial {serial}\nsha256 {digest}\n"


def platform_signed(note: bytes, *, head: str, vkey: str) -> bool:
    """Whether the platform with this public key signed these very lines."""
    try:
        return notes.signed_by(note, [notes.verifier_of(vkey)])[0] == head
    except BadNote:
        return False
