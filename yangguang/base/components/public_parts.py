"""Parts of public pages and of discretion: verify block, term bar, range, share bars, sign-in accounts."""

from datetime import date
from typing import Any

from yangguang.base.components.library import filled, register


def _permille(value: float, low: float, high: float) -> int:
    if high <= low:
        return 0
    return round(1000 * min(1.0, max(0.0, (value - low) / (high - low))))


@register.inclusion_tag("components/verify.html")
def verify(answer: str, lines: Any = (), fingerprint: str = "", qr: Any = "", links: Any = ()) -> dict[str, Any]:
    """One plain sentence before any fingerprint; `qr` is an SVG we made, `links` pairs of words and address."""
    return {"answer": answer, "lines": lines, "fingerprint": fingerprint, "qr": qr, "links": links}


@register.inclusion_tag("components/term_bar.html")
def term_bar(published_on: date, ends_on: date, today: date, repairable_on: date | None = None) -> dict[str, Any]:
    """Published, from when repair is possible, until when."""
    span = published_on.toordinal(), ends_on.toordinal()
    return {
        "published_on": published_on,
        "ends_on": ends_on,
        "repairable_on": repairable_on,
        "passed": _permille(today.toordinal(), *span),
        "tick": _permille(repairable_on.toordinal(), *span) if repairable_on else None,
    }


@register.inclusion_tag("components/range.html")
def discretion_range(
    low_fen: int, high_fen: int, tier_low_fen: int, tier_high_fen: int, amount_fen: int | None = None
) -> dict[str, Any]:
    """The statutory range, the tier within it, and where the typed amount stands. It sets nothing."""
    ends = low_fen, high_fen
    start, stop = _permille(tier_low_fen, *ends), _permille(tier_high_fen, *ends)
    return {
        "low": low_fen,
        "high": high_fen,
        "tier_low": tier_low_fen,
        "tier_high": tier_high_fen,
        "amount": amount_fen,
        "start": start,
        "width": max(4, stop - start),
        "knob": None if amount_fen is None else _permille(amount_fen, *ends),
        "outside": amount_fen is not None and not low_fen <= amount_fen <= high_fen,
        "off_tier": amount_fen is not None and not tier_low_fen <= amount_fen <= tier_high_fen,
    }


@register.inclusion_tag("components/shares.html")
def shares(rows: Any, unit: str = "件") -> dict[str, Any]:
    """Counts by kind as bars, each with its number; rows of label, count, href."""
    shaped = filled(rows, label="", count=0, href="")
    most = max((row["count"] for row in shaped), default=0)
    for row in shaped:
        row["width"] = _permille(row["count"], 0, most) / 10 if most else 0
    return {"rows": shaped, "unit": unit}


@register.inclusion_tag("components/demo_accounts.html", takes_context=True)
def demo_accounts(context: Any, accounts: Any, field_name: str = "demo_account") -> dict[str, Any]:
    """One click per role, in a demonstration only: rows of name, role, words, username, password, code."""
    rows = filled(accounts, name="", role="", words="", username="", password="", code="")
    return {"accounts": rows, "field_name": field_name, "csrf_token": context.get("csrf_token", "")}
