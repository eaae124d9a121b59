"""集体讨论笔录."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from yangguang.base.press.blocks import SignatureLine, Table, facts, paragraph
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.kinds.penalty.documents.prior_notice import penalty_words
from yangguang.cases.models import Case, DecisionDraft

TITLE = "集体讨论笔录"


def sheet(
    case: Case, *, draft: DecisionDraft, place: str, recorder: str, opinions: Iterable[tuple[str, str]],
    conclusion: str, minority: str, dated_on: date,
) -> Sheet:  # fmt: skip
    """What was before the heads, what each of them said, the conclusion and who thought otherwise."""
    spoken = list(opinions)
    blocks = [
        facts(
            [("案号", case.number), ("案由", case.title)],
            [("时间", frame.chinese_date(dated_on)), ("地点", place)],
            ("出席人员", "、".join(name for name, _ in spoken)), ("记录人", recorder),
            ("拟作处罚", penalty_words(draft.content)),
        ),
        Table(("出席人员", "意见"), tuple(spoken)),
        paragraph(f"结论：{frame.sentence(conclusion)}"),
        paragraph(f"少数意见：{frame.sentence(minority) or '无。'}"),
        *(SignatureLine("出席人员", name) for name, _ in spoken), SignatureLine("记录人", recorder),
    ]  # fmt: skip
    return frame.form(case, title=TITLE, blocks=blocks, dated_on=dated_on)
