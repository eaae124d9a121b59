"""Time-based one-time codes (RFC 6238): which time step a code belongs to, and that no step serves twice."""

from __future__ import annotations

import base64
import hmac
import unicodedata
from datetime import datetime

import pyotp

from yangguang.kernel import chance

STEP_SECONDS = 30
STEPS_EITHER_SIDE = 1


def new_secret() -> str:
    """A fresh 160-bit secret in base32."""
    return base64.b32encode(chance.token_bytes(20)).decode("ascii")


def step_at(instant: datetime) -> int:
    """The number of the time step an instant falls into."""
    return int(instant.timestamp()) // STEP_SECONDS


def code_at(secret: str, step: int) -> str:
    """The six digits of one time step."""
    return pyotp.TOTP(secret).generate_otp(step)


def matching_step(secret: str, code: str, *, now: datetime, after: int) -> int | None:
    """The step whose code this is, within one step of now and later than `after`; None when there is none."""
    given = "".join(unicodedata.normalize("NFKC", code).split())
    current = step_at(now)
    for step in range(current - STEPS_EITHER_SIDE, current + STEPS_EITHER_SIDE + 1):
        if step > after and hmac.compare_digest(code_at(secret, step).encode(), given.encode()):
            return step
    return None


def next_usable_code(secret: str, *, now: datetime, after: int) -> str:
    """The earliest code that would still be accepted: what a demo site shows beside an account."""
    current = step_at(now)
    step = min(max(current - STEPS_EITHER_SIDE, after + 1, current), current + STEPS_EITHER_SIDE)
    return code_at(secret, step)


def seconds_until_usable(*, now: datetime, after: int) -> int:
    """How long until a code is accepted again: none is while the newest one that would be has been used."""
    if step_at(now) + STEPS_EITHER_SIDE > after:
        return 0
    return (after - STEPS_EITHER_SIDE + 1) * STEP_SECONDS - int(now.timestamp())


def address(secret: str, *, username: str, issuer: str) -> str:
    """What the QR code of the set-up page holds."""
    return pyotp.TOTP(secret).provisioning_uri(name=username, issuer_name=issuer)
