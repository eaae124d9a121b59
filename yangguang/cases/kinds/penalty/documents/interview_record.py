"""询问笔录."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from yangguang.base.press.blocks import QuestionAnswer, SignatureLine, facts, paragraph
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import Case
from yangguang.cases.rules.witnesses import ALL_SIGNED, Signing
from yangguang.kernel import clock

TITLE = "询问笔录"
AGREED = "以上笔录我已经看过（已经向我宣读），与我所说的一致。"
RIGHTS = (
    "我们是{body}的执法人员，已经出示执法证件。现依法向您询问，您应当如实回答并协助调查。"
    "您认为我们与本案有利害关系的，有权申请回避；您有权陈述和申辩。"
)


def sheet(
    case: Case, *, person: str, person_role: str, place: str, began_at: datetime, ended_at: datetime,
    officers: Sequence[str], questions: Iterable[tuple[str, str]], signing: Signing = ALL_SIGNED,
) -> Sheet:  # fmt: skip
    """Who was asked where and when, that certificates were shown and rights told, questions and answers, who signed or would
    not, who witnessed it.
    """
    seen = signing.witness
    refused = f"被询问人拒绝签名：{frame.sentence(signing.refusal_note)}"
    blocks = [
        facts(
            [("开始时间", _time(began_at)), ("结束时间", _time(ended_at))],
            ("询问地点", place),
            [("被询问人", person), ("身份", person_role)],
            ("询问人", "、".join(officers)),
            *([("见证人", seen.words)] if seen.name else []),
        ),
        paragraph(RIGHTS.format(body=case.body.name)),
        *(QuestionAnswer(question, answer) for question, answer in questions),
        paragraph(refused if signing.refused else AGREED),
        SignatureLine("被询问人（拒绝签名）" if signing.refused else "被询问人"),
        *([SignatureLine(seen.place, seen.name)] if seen.name else []),
        *(SignatureLine("执法人员", officer) for officer in officers),
    ]
    return frame.form(case, title=TITLE, blocks=blocks, dated_on=clock.legal_day(began_at), sign_pages="被询问人")


def _time(instant: datetime) -> str:
    return instant.astimezone(clock.BEIJING).strftime("%Y年%m月%d日 %H:%M")
