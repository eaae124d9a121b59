"""Keys drawn from the site's secret, one for each purpose: what is sealed or marked for one says nothing to another."""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet
from django.conf import settings
from django.core.signing import Signer

LENGTH = 32  # bytes


def signer_for(what: str, key: str) -> Signer:
    """Signs with a key that two sites share; what was signed with the site's own secret before still counts."""
    return Signer(key=key, salt=what, fallback_keys=[settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS])


def key_for(purpose: bytes) -> bytes:
    """The key of a purpose, of 32 bytes. It must never change: what is sealed at rest opens with no other."""
    return hashlib.blake2b(settings.SECRET_KEY.encode(), key=purpose, digest_size=LENGTH).digest()


def box_for(purpose: bytes) -> Fernet:
    """What seals and opens for a purpose; it refuses what was sealed for another."""
    return Fernet(base64.urlsafe_b64encode(key_for(purpose)))


def mark_for(purpose: bytes, text: str, *, size: int = LENGTH) -> str:
    """A text as `size` bytes in hexadecimal, alike for the same text only; nobody finds the text by trying without the secret."""
    return hashlib.blake2b(text.encode(), key=key_for(purpose), digest_size=size).hexdigest()
