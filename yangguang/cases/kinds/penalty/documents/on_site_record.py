"""现场检查笔录."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yangguang.base.press.blocks import SignatureLine, facts, paragraph
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import Case
from yangguang.cases.rules.witnesses import ALL_SIGNED, Signing

TITLE = "现场检查笔录"


def sheet(
    case: Case, *, place: str, present: str, findings: str, officers: Sequence[str], dated_on: date, title: str = TITLE,
    signing: Signing = ALL_SIGNED,
) -> Sheet:  # fmt: skip
    """Where, in whose presence, what was seen, who would not sign, who witnessed it."""
    seen = signing.witness
    refused = [paragraph(f"在场人拒绝签名：{frame.sentence(signing.refusal_note)}")] if signing.refused else []
    blocks = [
        facts(
            ("检查地点", place), ("在场人", present), ("检查人", "、".join(officers)),
            *([("见证人", seen.words)] if seen.name else []),
        ),
        paragraph("检查人员已经出示执法证件，并告知在场人权利和义务。检查情况如下："),
        paragraph(findings), *refused,
        SignatureLine("在场人（拒绝签名）" if signing.refused else "在场人"),
        *([SignatureLine(seen.place, seen.name)] if seen.name else []),
        *(SignatureLine("执法人员", officer) for officer in officers),
    ]  # fmt: skip
    return frame.form(case, title=title, blocks=blocks, dated_on=dated_on, sign_pages="在场人")
