"""Numbers of persons at rest: sealed with a key derived from the site's secret, compared by a keyed fingerprint."""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet
from django.conf import settings

SEALING, COMPARING = b"yangguang.cases.code", b"yangguang.cases.digest"


def seal(number: str) -> str:
    """The number as it is stored; nothing stays nothing."""
    return _lock().encrypt(number.encode()).decode("ascii") if number else ""


def unseal(sealed: str) -> str:
    """The number that was stored."""
    return _lock().decrypt(sealed.encode("ascii")).decode() if sealed else ""


def fingerprint(code_kind: str, code: str) -> str:
    """Alike for the same code only; without the site's secret nobody finds the code by trying."""
    words = f"{code_kind}:{code}".encode()
    return hashlib.blake2b(words, key=_secret(COMPARING), digest_size=32).hexdigest() if code else ""


def masked(number: str) -> str:
    """The number as far as it is shown to whoever sees the counterpart: enough to tell two apart beside the paper."""
    shown = number[-4:] if len(number) > 8 else ""
    return f"{'*' * (len(number) - len(shown))}{shown}"


def _lock() -> Fernet:
    return Fernet(base64.urlsafe_b64encode(_secret(SEALING)))


def _secret(purpose: bytes) -> bytes:
    return hashlib.blake2b(settings.SECRET_KEY.encode(), key=purpose, digest_size=32).digest()
