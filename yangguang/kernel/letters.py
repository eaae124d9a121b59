"""Sealed letters: anyone with the public half writes one, only the holder of the secret half reads it.

X25519 with a key of its own for each letter, HKDF, ChaCha20-Poly1305. Whoever holds the store in between reads nothing.
"""

from __future__ import annotations

import base64
import json
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from yangguang.kernel import chance

KEY = 32
NONCE = 12
PURPOSE = b"yangguang.letters"


class Unreadable(ValueError):
    """The letter was sealed for another key, or changed on its way."""


def public_half(secret: bytes) -> str:
    """The half that may be known to everybody."""
    return base64.b64encode(X25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()).decode("ascii")


def seal(text: str, *, to: str) -> str:
    """The letter as it travels."""
    return base64.b64encode(seal_bytes(text.encode(), to=to)).decode("ascii")


def unseal(sealed: str, *, secret: bytes) -> str:
    """The text again. Raises Unreadable."""
    try:
        return unseal_bytes(base64.b64decode(sealed, validate=True), secret=secret).decode()
    except ValueError as fault:
        raise Unreadable(str(fault)) from fault


def unseal_facts(sealed: str, *, secret: bytes) -> dict[str, Any]:
    """What a letter says by name. Raises Unreadable for one that says something else."""
    try:
        told = json.loads(unseal(sealed, secret=secret))
    except (ValueError, RecursionError) as fault:
        raise Unreadable(str(fault)) from fault
    if not isinstance(told, dict):
        raise Unreadable("it says nothing by name")
    return told


def seal_bytes(content: bytes, *, to: str) -> bytes:
    """What is enclosed, sealed like the letter itself."""
    once = X25519PrivateKey.from_private_bytes(chance.token_bytes(KEY))
    own, reader = once.public_key().public_bytes_raw(), base64.b64decode(to)
    key, nonce = _derived(once.exchange(X25519PublicKey.from_public_bytes(reader)), own + reader)
    return own + ChaCha20Poly1305(key).encrypt(nonce, content, None)


def unseal_bytes(raw: bytes, *, secret: bytes) -> bytes:
    """What was enclosed. Raises Unreadable."""
    try:
        holder = X25519PrivateKey.from_private_bytes(secret)
        shared = holder.exchange(X25519PublicKey.from_public_bytes(raw[:KEY]))
        key, nonce = _derived(shared, raw[:KEY] + holder.public_key().public_bytes_raw())
        return ChaCha20Poly1305(key).decrypt(nonce, raw[KEY:], None)
    except (InvalidTag, ValueError) as fault:
        raise Unreadable(str(fault)) from fault


def _derived(shared: bytes, both: bytes) -> tuple[bytes, bytes]:
    """Key and nonce of one letter: its key is never used twice, so neither is the nonce."""
    out = HKDF(SHA256(), KEY + NONCE, salt=both, info=PURPOSE).derive(shared)
    return out[:KEY], out[KEY:]
