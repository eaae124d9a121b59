"""Which decisions stay off the credit channel: what is slight is not shown there in principle (CRR-2025:minor)."""

from __future__ import annotations

from yangguang.disclosure.rules.grades import MINOR, Grade, Graded


def off_the_credit_channel(graded: Graded | None) -> str:
    """Why a decision is not sent to the credit site, in words; empty where it may be."""
    if graded is None or graded.grade is not Grade.MINOR:
        return ""
    return f"不报送信用网站：{graded.why}，属轻微失信信息，原则上不公示。"


__all__ = ["MINOR", "off_the_credit_channel"]
