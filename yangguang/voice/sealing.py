"""Who wrote, at rest: sealed with a key derived from the site's secret, opened for whoever handles it."""

from __future__ import annotations

import base64
import hashlib
import json

from cryptography.fernet import Fernet
from django.conf import settings

from yangguang.voice.rules.told import Person

PURPOSE = b"yangguang.voice.person"


def seal(person: Person) -> str:
    """As it is stored."""
    return _lock().encrypt(json.dumps(person.plain(), ensure_ascii=False).encode()).decode("ascii")


def unseal(sealed: str) -> Person:
    """Who it was."""
    known = json.loads(_lock().decrypt(sealed.encode("ascii")))
    rows = tuple((name, person_id, phone) for name, person_id, phone in known.pop("representatives"))
    return Person(**known, representatives=rows)


def _lock() -> Fernet:
    key = hashlib.blake2b(settings.SECRET_KEY.encode(), key=PURPOSE, digest_size=32).digest()
    return Fernet(base64.urlsafe_b64encode(key))
