"""Identities of informants at rest: sealed with a key derived from the site's secret, opened only to be shown or compared."""

from __future__ import annotations

import base64
import hashlib
import json
from dataclasses import asdict, dataclass

from cryptography.fernet import Fernet
from django.conf import settings

PURPOSE = b"yangguang.cases.informant"


@dataclass(frozen=True)
class Identity:
    """Who told: name, identity number and phone."""

    name: str
    person_id: str = ""
    phone: str = ""

    def words(self) -> tuple[str, ...]:
        """Every stretch of text that would give the person away."""
        return tuple(word for word in (self.name, self.person_id, self.phone) if len(word) > 1)


def seal(identity: Identity) -> str:
    """The identity as it is stored."""
    return _lock().encrypt(json.dumps(asdict(identity), ensure_ascii=False).encode()).decode("ascii")


def unseal(sealed: str) -> Identity:
    """The identity that was stored."""
    return Identity(**json.loads(_lock().decrypt(sealed.encode("ascii"))))


def _lock() -> Fernet:
    key = hashlib.blake2b(settings.SECRET_KEY.encode(), key=PURPOSE, digest_size=32).digest()
    return Fernet(base64.urlsafe_b64encode(key))
