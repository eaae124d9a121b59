"""Takes over what citizens sealed on the public site, enclosures too, and wipes it there."""

from __future__ import annotations

from typing import Any

from yangguang.base import letter_secret
from yangguang.base.events import SYSTEM
from yangguang.bulletin.api import PublicVoice, voices
from yangguang.disclosure.api import announce_key
from yangguang.kernel import letters
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.voice.use_cases.receive_voice import receive_voice

SHOWN = 5


def collect() -> int:
    """How many came in. One that cannot be read is left where it is and told at the end."""
    announce_key()
    secret, taken, faults = letter_secret.secret(), 0, []
    for voice in voices.waiting_voices():
        try:
            _take(voice, secret)
            taken += 1
        except (letters.Unreadable, Refused) as fault:
            faults.append(f"{voice.receipt}：{fault}")
    voices.forget_voices()
    if faults:
        raise RuntimeError(f"{len(faults)} 件网上来件没有收进来：{'；'.join(faults[:SHOWN])}")
    return taken


def _take(voice: PublicVoice, secret: bytes) -> None:
    told = letters.unseal_facts(voice.sealed, secret=secret)
    contents = [letters.unseal_bytes(bytes(one.sealed), secret=secret) for one in voice.files.order_by("position")]
    receive_voice(
        receipt=voice.receipt, kind=voice.kind, body_ref=voice.body_ref, told=told,
        files=list(zip(_names(told, len(contents)), contents, strict=True)), received_at=voice.received_at,
        actor=SYSTEM, at=Moment.now(),
    )  # fmt: skip
    voices.voice_taken(voice.receipt)


def _names(told: dict[str, Any], count: int) -> list[str]:
    """One name for each enclosure. Raises Unreadable where the letter says otherwise."""
    names = told.get("files") or []
    if not isinstance(names, list) or len(names) != count or not all(isinstance(one, str) for one in names):
        raise letters.Unreadable("the enclosures are not those the letter names")
    return names
