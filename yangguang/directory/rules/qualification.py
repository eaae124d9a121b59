"""Who may enforce on a day: a valid certificate for that field and area, and at least two such officers (APL-2021:42.1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from yangguang.kernel.written_days import in_words
from yangguang.statutes import clause, keeps


@dataclass(frozen=True)
class CertificateFacts:
    """What a rule needs to know of one certificate.

    `unusable_since`: deregistered, or its bearer has left. `suspensions`: from a day to the day it was resumed.
    """

    officer_name: str
    number: str
    fields: tuple[str, ...]
    areas: tuple[str, ...]
    valid_from: date
    valid_until: date
    unusable_since: date | None = None
    suspensions: tuple[tuple[date, date | None], ...] = ()


@keeps("APL-2021:42.1#qualified")
def fault(certificate: CertificateFacts, *, field: str, area: str, on: date) -> str:
    """Why a certificate does not carry an act of a field in an area on a day; empty when it does (PF-6)."""
    if unusable := day_fault(certificate, on=on):
        return unusable
    if field not in certificate.fields:
        return f"证件{certificate.number}不含“{field}”类别"
    if area not in certificate.areas:
        return f"证件{certificate.number}不含“{area}”区域"
    return ""


def day_fault(certificate: CertificateFacts, *, on: date) -> str:
    """Why a certificate may not be used at all on a day; empty when it may. Its last day still counts."""
    if certificate.unusable_since is not None and certificate.unusable_since <= on:
        return f"证件{certificate.number}自{in_words(certificate.unusable_since)}起不能使用"
    for starts_on, resumed_on in certificate.suspensions:
        if starts_on <= on and (resumed_on is None or on < resumed_on):
            return f"证件{certificate.number}自{in_words(starts_on)}起暂停使用"
    if on < certificate.valid_from:
        return f"证件{certificate.number}自{in_words(certificate.valid_from)}起才有效"
    if on > certificate.valid_until:
        return f"证件{certificate.number}已于{in_words(certificate.valid_until)}到期"
    return ""


def first_fault(certificates: Iterable[CertificateFacts], *, field: str, area: str, on: date) -> str:
    """Why none of an officer's certificates carries the act; empty when one does."""
    faults = [fault(one, field=field, area=area, on=on) for one in certificates]
    if not faults:
        return "没有行政执法证件"
    return "" if "" in faults else "；".join(faults)


def qualifies(certificates: Iterable[CertificateFacts], *, field: str, area: str, on: date) -> bool:
    """Whether any one certificate carries the act."""
    return not first_fault(certificates, field=field, area=area, on=on)


@keeps("APL-2021:42.1#officers")
def too_few(qualified: int) -> str:
    """Why this many qualified officers are not enough; empty when they are."""
    least = clause("APL-2021:42.1#officers").amount("least", unit="person")
    return "" if qualified >= least else f"具有执法资格的人员{qualified}名，不少于{least}名"


def days_left(valid_until: date, *, on: date) -> int:
    """Days a certificate still carries acts after this one; negative once it has expired."""
    return (valid_until - on).days


def suspended_from(suspensions: Sequence[list[str | None]], day: date) -> list[list[str | None]]:
    """The suspensions with a new one that begins on a day."""
    return [*suspensions, [day.isoformat(), None]]


def resumed_from(suspensions: Sequence[list[str | None]], day: date) -> list[list[str | None]]:
    """The suspensions with the open one closed: from this day the certificate carries acts again."""
    return [[begun, resumed or day.isoformat()] for begun, resumed in suspensions]


def expires_within(valid_until: date, days: int, *, on: date) -> bool:
    """Whether a certificate that is still valid runs out within so many days."""
    return on <= valid_until <= on + timedelta(days=days)
