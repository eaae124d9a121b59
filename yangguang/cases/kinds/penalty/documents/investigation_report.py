"""调查终结报告."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from yangguang.base.press.blocks import Heading, SignatureLine, Table, facts, paragraph
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.kinds.penalty.documents.prior_notice import circumstance_words
from yangguang.cases.models import Case

TITLE = "调查终结报告"


def sheet(
    case: Case, *, found: Iterable[tuple[str, str]], content: Mapping[str, Any], officers: Iterable[str], dated_on: date,
    weighed: Iterable[Mapping[str, Any]] = (),
) -> Sheet:  # fmt: skip
    """Facts with the evidence beside each, how they are judged, circumstances, limitation, suggestion."""
    rows = tuple((str(n), text, evidence) for n, (text, evidence) in enumerate(found, start=1))
    blocks = [
        facts([("案号", case.number), ("立案日期", frame.chinese_date(case.opened_on))], ("案由", case.title)),
        frame.party_facts(case.parties.order_by("position", "pk"), bordered=True),
        Heading("一、查明的事实和证据", 1),
        Table(("序号", "事实", "证据"), rows, (1, 6, 4)),
        Heading("二、定性和依据", 1),
        paragraph(f"{frame.sentence(content['nature'])}依据：{frame.cited(content['basis'])}。"),
        Heading("三、违法所得和情节", 1),
        paragraph(f"违法所得：{frame.sentence(content['gains'])}{frame.sentence(content['circumstances'])}"),
        *[paragraph(words) for words in [circumstance_words({"circumstances": list(weighed)})] if words],
        *_counted(content.get("prior_violations")),
        Heading("四、处理建议", 1),
        paragraph(content["suggestion"]),
        *(SignatureLine("承办人", officer, dated_on) for officer in officers),
    ]
    return frame.form(case, title=TITLE, blocks=blocks, dated_on=dated_on)


def _counted(found: Mapping[str, Any] | None) -> list[Any]:
    """How often before, from which decisions, and why the officers hold another number."""
    if not found:
        return []
    cases = f"（{'、'.join(found['cases'])}）" if found["cases"] else ""
    words = f"一年内同类违法：{found['typed']}次。按既往决定计算{found['computed']}次{cases}。"
    return [paragraph(f"{words}{frame.sentence(found['reason']) if found['reason'] else ''}")]
