"""The desk's secret for whatever citizens seal: drawn from the key file, which never leaves the desk."""

from __future__ import annotations

import hashlib
from pathlib import Path

from django.conf import settings

from yangguang.kernel import letters

PURPOSE = b"yangguang.disclosure.letters"  # as the letters that are on their way were sealed for


def secret() -> bytes:
    """The half that opens letters."""
    key = Path(settings.SEAL_KEY_FILE).read_bytes().strip()
    return hashlib.blake2b(key, key=PURPOSE, digest_size=letters.KEY).digest()
