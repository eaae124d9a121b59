"""Secrets of authenticators, sealed before they reach the database: the key lies in a file of its own, not in any backup of it.

The key is made once, by the migration that seals what is there. It is never made again: whoever restores a database without
its key is told so, and nobody signs in with a code until the file is back or the authenticators are bound anew.
"""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings

from yangguang.kernel.refusal import Refused

REMEDY = "请系统管理员从备份中放回密钥文件；确已遗失的，由安全管理员逐人重置动态验证码。"


class KeyMissing(Refused):
    """The key file is gone, or is not the one the secrets were sealed with."""


def make_key() -> None:
    """Put a new key in place, readable by the service account only, unless there is one already."""
    path = Path(settings.SEAL_KEY_FILE)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(descriptor, "wb") as file:
        file.write(Fernet.generate_key())
        file.flush()
        os.fsync(file.fileno())


def sealed(secret: str) -> str:
    """What the database keeps of a secret. Raises KeyMissing without a key."""
    return _box().encrypt(secret.encode("ascii")).decode("ascii") if secret else ""


def opened(kept: str) -> str:
    """The secret again. Raises KeyMissing without the key it was sealed with."""
    if not kept:
        return ""
    try:
        return _box().decrypt(kept.encode("ascii")).decode("ascii")
    except InvalidToken:
        raise KeyMissing("动态验证码的密钥文件与数据不符，暂时不能核对验证码。", field="code", remedy=REMEDY) from None


def _box() -> Fernet:
    path = Path(settings.SEAL_KEY_FILE)
    try:
        return _box_of(path.read_bytes())
    except (OSError, ValueError):
        raise KeyMissing("动态验证码的密钥文件不在，暂时不能核对验证码。", field="code", remedy=REMEDY) from None


@lru_cache(4)
def _box_of(key: bytes) -> Fernet:
    return Fernet(key.strip())
