"""回避决定书."""

from __future__ import annotations

from datetime import date

from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import Case, Recusal

TITLE = "回避决定书"


def sheet(case: Case, recusal: Recusal, *, dated_on: date) -> Sheet:
    """Whose recusal was asked and why, and what the head decided."""
    officer, asked = recusal.officer.name, frame.chinese_date(recusal.requested_on)
    decided = "予以回避，不再参加本案办理" if recusal.granted else "不予回避"
    text = [
        f"{asked}，当事人就{case.title}一案申请执法人员{officer}回避，理由：{frame.sentence(recusal.reason)}",
        f"经审查，{frame.sentence(recusal.decision_reason)}依照{frame.cited(['APL-2021:43.3'])}的规定，决定{officer}{decided}。",
    ]
    return frame.letter(case, title=TITLE, text=text, dated_on=dated_on, to="当事人", numbered=False)
