"""证据提取单、抽样取证记录、电子数据提取记录: what was taken, from whom, by whom, and how it was known to be the same later."""

from __future__ import annotations

from typing import Any

from yangguang.base.press.blocks import SignatureLine, facts, paragraph
from yangguang.base.press.sheet import Sheet
from yangguang.cases.informants import covered
from yangguang.cases.kinds.labour.sealing import Identity
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import Case
from yangguang.cases.rules.witnesses import Witness
from yangguang.records.api import Evidence, EvidenceKind

TITLE, SAMPLED, ELECTRONIC = "证据提取单", "抽样取证记录", "电子数据提取记录"
LONGEST = 60
SHOWN = "提取人员已经出示执法证件。请提供人核对以上内容，无误后签名或者盖章。本单一式二份，一份交提供人，一份存卷。"


def title_of(kind: str, *, sampled: bool) -> str:
    """What the form is called: a sample and electronic data have names of their own."""
    return SAMPLED if sampled else (ELECTRONIC if kind == EvidenceKind.ELECTRONIC else TITLE)


def entry_of(title: str, evidence: Evidence, *, told: list[Identity]) -> str:
    """How the form is told from its likes in the contents of the file."""
    return f"{title}（{covered(evidence.name, told)[:LONGEST]}）"


def sheet(case: Case, *, title: str, evidence: Evidence, witness: Witness, told: list[Identity]) -> Sheet:
    """From the entry of the evidence itself; whoever told is covered, for the provider gets a copy."""
    stored = evidence.blob
    rows: list[Any] = [
        [("案号", case.number), ("案由", case.title)],
        ("证据名称", covered(evidence.name, told)),
        [("种类", evidence.get_kind_display()), ("形式", "原件、原物" if evidence.original else "复制件、提取件")],
        *([("数量", f"{evidence.pages}页")] if evidence.pages else []),
        ("提供人或者来源", covered(evidence.source, told)), ("证明内容", covered(evidence.proves, told)),
        [("提取日期", frame.chinese_date(evidence.obtained_on)), ("提取地点", evidence.obtained_at_place or "—")],
        *([("存件的SHA-256值", stored.sha256)] if stored else []),
        *([("见证人", covered(witness.words, told))] if witness.name else []),
    ]  # fmt: skip
    signed = [
        SignatureLine("提供人"),
        *([SignatureLine(witness.place, covered(witness.name, told))] if witness.name else []),
    ]
    officers = [SignatureLine("提取人", name, evidence.obtained_on) for name in evidence.collector_names]
    blocks = [facts(*rows), paragraph(SHOWN), *signed, *officers]
    return frame.form(case, title=title, blocks=blocks, dated_on=evidence.obtained_on, numbered=True)
