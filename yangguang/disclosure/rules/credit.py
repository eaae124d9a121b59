"""Which decisions stay off the credit channel: what is slight is not shown there in principle (CRR-2025:minor)."""

from __future__ import annotations

MINOR = "CRR-2025:minor"
SLIGHT = frozenset({"on_the_spot_penalty"})


def off_the_credit_channel(decision_kind: str) -> str:
    """Why a decision is not sent to the credit site, in words; empty where it may be."""
    return "不报送信用网站：简易程序的处罚属轻微失信信息，原则上不公示。" if decision_kind in SLIGHT else ""
