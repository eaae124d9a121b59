"""Numbers of persons at rest: sealed with a key derived from the site's secret, compared by a keyed fingerprint."""

from __future__ import annotations

from yangguang.base.purpose_keys import box_for, mark_for

SEALING, COMPARING = b"yangguang.cases.code", b"yangguang.cases.digest"


def seal(number: str) -> str:
    """The number as it is stored; nothing stays nothing."""
    return box_for(SEALING).encrypt(number.encode()).decode("ascii") if number else ""


def unseal(sealed: str) -> str:
    """The number that was stored."""
    return box_for(SEALING).decrypt(sealed.encode("ascii")).decode() if sealed else ""


def fingerprint(code_kind: str, code: str) -> str:
    """Alike for the same code only; without the site's secret nobody finds the code by trying."""
    return mark_for(COMPARING, f"{code_kind}:{code}") if code else ""


def masked(number: str) -> str:
    """The number as far as it is shown to whoever sees the counterpart: enough to tell two apart beside the paper."""
    shown = number[-4:] if len(number) > 8 else ""
    return f"{'*' * (len(number) - len(shown))}{shown}"
