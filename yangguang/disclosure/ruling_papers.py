"""The two papers of a ruling on secrecy: the request that goes out under the seal, and the record of the answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yangguang.base.press.blocks import (
    Addressee,
    DocumentNumber,
    Heading,
    Letterhead,
    SealPlace,
    SignatureLine,
    facts,
    paragraph,
)
from yangguang.base.press.sheet import Sheet
from yangguang.disclosure.decided import notice_kind
from yangguang.disclosure.models import Publication
from yangguang.disclosure.rules.checks import QUESTIONS, RULING
from yangguang.disclosure.rules.citing import cited
from yangguang.kernel.written_days import in_words

REQUEST, ANSWER = "关于能否公开行政执法决定的请示", "能否公开的批复登记表"


def request_sheet(publication: Publication, *, asked_of: str, questions: Sequence[str], day: date) -> Sheet:
    """Which decision, what nobody here can tell, by which clause it is put before whom."""
    name, body = notice_kind(publication)[1], publication.body.name
    unsure = "、".join(QUESTIONS[one] for one in questions)
    told = (
        f"{in_words(publication.decided_on)}，本机关就{publication.case.title}一案作出决定（{name}，{publication.number}），"
        f"拟依法公开。经审查，不能确定其中是否有不得公开的{unsure}。"
    )
    asked = f"依据{cited([RULING])}的规定，现报请确定能否公开，请批复。"
    return Sheet(
        title=REQUEST, dated_on=day, body_name=body,
        blocks=(Letterhead(body), DocumentNumber(""), Heading(REQUEST), Addressee(f"{asked_of}："), paragraph(told),
                paragraph(asked), SealPlace(body, day)),
    )  # fmt: skip


def answer_sheet(publication: Publication, *, by: str, day: date) -> Sheet:
    """What was asked and what was answered; the answer itself lies behind."""
    body = publication.body.name
    rows = [("决定", publication.number), *ruling_rows(publication), ("批复存件", "附后")]
    return Sheet(
        title=ANSWER, dated_on=day, body_name=body, form=True,
        blocks=(Letterhead(body, red=False), Heading(ANSWER), facts(*rows), SignatureLine("登记人", by, day)),
    )  # fmt: skip


def ruling_rows(publication: Publication) -> list[tuple[str, str]]:
    """Of whom and about what it was asked, and what was answered, in words; nothing where nobody asked."""
    ruling = publication.ruling
    if not ruling:
        return []
    rows = [
        ("报请的部门", ruling["asked_of"]), ("报请日期", in_words(date.fromisoformat(ruling["asked_on"]))),
        ("不能确定的", "、".join(QUESTIONS[one] for one in ruling["questions"])),
    ]  # fmt: skip
    if ruling.get("received_on"):
        rows += [
            ("批复", ruling["paper"]), ("收到日期", in_words(date.fromisoformat(ruling["received_on"]))),
            ("结论", "可以公开" if ruling["may_be_public"] else "不能公开"),
        ]  # fmt: skip
    return rows
