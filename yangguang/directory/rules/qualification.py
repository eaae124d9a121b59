"""Who may enforce on a day: a valid certificate for that field and area, and at least two such officers (APL-2021:42.1)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class CertificateFacts:
    """What a rule needs to know of one certificate."""

    officer_name: str
    number: str
    fields: tuple[str, ...]
    areas: tuple[str, ...]
    valid_from: date
    valid_until: date
    unusable_since: date | None = None


def fault(certificate: CertificateFacts, *, field: str, area: str, on: date) -> str:
    """Why a certificate does not carry an act of a field in an area on a day; empty when it does (PF-6)."""
    if certificate.unusable_since is not None and certificate.unusable_since <= on:
        return f"证件{certificate.number}自{certificate.unusable_since:%Y-%m-%d}起不能使用"
    if on < certificate.valid_from:
        return f"证件{certificate.number}自{certificate.valid_from:%Y-%m-%d}起才有效"
    if on > certificate.valid_until:
        return f"证件{certificate.number}已于{certificate.valid_until:%Y-%m-%d}到期"
    if field not in certificate.fields:
        return f"证件{certificate.number}不含“{field}”类别"
    if area not in certificate.areas:
        return f"证件{certificate.number}不含“{area}”区域"
    return ""


def qualifies(certificates: Iterable[CertificateFacts], *, field: str, area: str, on: date) -> bool:
    """Whether any one certificate carries the act."""
    return any(not fault(c, field=field, area=area, on=on) for c in certificates)
