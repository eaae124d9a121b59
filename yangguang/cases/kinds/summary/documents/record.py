"""现场笔录 and 当场告知、听取陈述申辩笔录."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from yangguang.base.press.blocks import SignatureLine, facts, paragraph
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.kinds.penalty.documents.prior_notice import penalty_words
from yangguang.cases.models import Case

TITLE = "现场笔录"
NOTICE_TITLE = "当场告知和听取陈述申辩笔录"
Shown = Sequence[Mapping[str, str]]


def sheet(case: Case, *, place: str, happened: str, certificates: Shown, dated_on: date) -> Sheet:
    """Who came with which certificates, where and when, what was seen."""
    blocks = [
        frame.party_facts(case.parties.order_by("position", "pk"), bordered=True),
        facts([("时间", happened), ("地点", place)], ("执法人员和证件", shown_in_words(certificates))),
        paragraph("执法人员已经主动出示执法证件，表明身份。现场查明的情况如下："),
        paragraph(frame.sentence(case.facts)),
        SignatureLine("当事人"),
        *(SignatureLine("执法人员", one["name"]) for one in certificates),
    ]
    return frame.form(case, title=TITLE, blocks=blocks, dated_on=dated_on)


def notice_sheet(
    case: Case, *, told: Mapping[str, Any], answer: str, re_examined: str, certificates: Shown, dated_on: date
) -> Sheet:
    """What the party was told by word of mouth, what it answered, and how it was answered."""
    blocks = [
        frame.party_facts(case.parties.order_by("position", "pk"), bordered=True),
        paragraph("执法人员当场口头告知："),
        facts(
            ("违法事实", "".join(str(fact["text"]) for fact in told["facts"])), ("理由", str(told["reasons"])),
            ("依据", frame.cited(told["basis"])), ("拟作出的处罚", penalty_words(told)),
            ("权利", f"依法享有{'、'.join(told['rights'])}的权利。"),
        ),
        facts(("当事人的意见", answer), ("复核意见", re_examined)),
        SignatureLine("当事人"),
        *(SignatureLine("执法人员", one["name"]) for one in certificates),
    ]  # fmt: skip
    return frame.form(case, title=NOTICE_TITLE, blocks=blocks, dated_on=dated_on)


def shown_in_words(certificates: Shown) -> str:
    """Names with the numbers of the certificates that were shown."""
    return "；".join(f"{one['name']}（{one['number']}）" for one in certificates)
