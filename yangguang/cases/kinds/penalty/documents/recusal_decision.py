"""回避决定书."""

from __future__ import annotations

from datetime import date

from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import Case, Recusal, RecusalDecider, RecusedRole

TITLE = "回避决定书"


def sheet(case: Case, recusal: Recusal, *, dated_on: date) -> Sheet:
    """Whose recusal was asked and why, who decided about it, and how."""
    who, asked = recusal.titled, frame.chinese_date(recusal.requested_on)
    decided = "予以回避，不再参加本案办理" if recusal.granted else "不予回避"
    law = ["APL-2021:43.3", *(["APL-2021:64.1.4"] if recusal.role == RecusedRole.CHAIR else [])]
    text = [
        f"{asked}，当事人就{case.title}一案申请{who}回避，理由：{frame.sentence(recusal.reason)}",
        f"经审查，{frame.sentence(recusal.decision_reason)}依照{frame.cited(law)}的规定，{_by(recusal)}决定{who}{decided}。",
    ]
    return frame.letter(case, title=TITLE, text=text, dated_on=dated_on, to="当事人", numbered=False)


def _by(recusal: Recusal) -> str:
    """Who decided, where it was not the head alone."""
    if recusal.decided_by == RecusalDecider.COLLECTIVE:
        return f"经机关负责人集体讨论（参加人：{recusal.decided_by_name}），"
    if recusal.decided_by == RecusalDecider.SUPERIOR:
        return f"{recusal.decided_by_name}（{recusal.decision_paper}）"
    return ""
