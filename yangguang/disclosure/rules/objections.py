"""What an answer to an objection must say (政府信息公开条例41, 粤公示办法25)."""

from __future__ import annotations

from yangguang.statutes import keeps

CLAUSES = ("GIR-2019:41", "GD-DISC-2021:25")
NOT_CORRECTED = "not_corrected"


@keeps(*CLAUSES)
def answer_fault(*, outcome: str, reply: str, remedies: str) -> str:
    """What is missing from an answer; empty when nothing is."""
    if outcome == NOT_CORRECTED and not (reply.strip() and remedies.strip()):
        return "不予更正的，应当说明理由和救济渠道。"
    return "" if reply.strip() else "答复应当写明核实的情况。"
