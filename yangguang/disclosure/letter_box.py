"""The desk's half of the letters that citizens seal: its secret is drawn from the key file that never leaves the desk."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from django.conf import settings

from yangguang.base.events import SYSTEM
from yangguang.bulletin.api import Letter, forget_senders, letter_taken, put_letter_key, waiting_letters
from yangguang.disclosure.use_cases.register_objection import register_objection
from yangguang.kernel import letters
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

PURPOSE = b"yangguang.disclosure.letters"


def announce_key() -> None:
    """Let the public site seal letters for this desk."""
    put_letter_key(letters.public_half(letter_secret()))


def collect() -> int:
    """Take over every letter and wipe it outside; how many. One that cannot be read is left and told at the end."""
    announce_key()
    secret, taken, faults = letter_secret(), 0, []
    for letter in waiting_letters():
        try:
            _take(letter, secret)
            taken += 1
        except (letters.Unreadable, Refused) as fault:
            faults.append(f"{letter.receipt}：{fault}")
    forget_senders()
    if faults:
        raise RuntimeError(f"{len(faults)} 件公示异议没有收进来：{'；'.join(faults[:5])}")
    return taken


def _take(letter: Letter, secret: bytes) -> None:
    register_objection(
        notice_ref=letter.notice_ref, receipt=letter.receipt, told=json.loads(letters.unseal(letter.sealed, secret=secret)),
        received_at=letter.received_at, actor=SYSTEM, at=Moment.now(),
    )  # fmt: skip
    letter_taken(letter.receipt)


def letter_secret() -> bytes:
    """The half that opens what was sealed for this desk."""
    key = Path(settings.SEAL_KEY_FILE).read_bytes().strip()
    return hashlib.blake2b(key, key=PURPOSE, digest_size=letters.KEY).digest()
