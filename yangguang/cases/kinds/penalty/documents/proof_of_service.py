"""送达回证."""

from __future__ import annotations

from typing import Any

from yangguang.base.press.blocks import SignatureLine, facts
from yangguang.base.press.sheet import Sheet
from yangguang.cases.enclosures import named_with
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import Relation, ServiceMethod, ServiceOfDocuments
from yangguang.cases.rules.service_ways import way_of

TITLE = "送达回证"


def sheet(row: ServiceOfDocuments) -> Sheet:
    """What was served on whom, how, who took it in or stood by; what does not belong to the way is left out."""
    day = row.served_on or row.attempted_on
    relation = Relation(row.relation).label if row.relation else ""
    document = named_with(row.document)
    rows: list[Any] = [
        ("送达文书", document), [("受送达人", row.whom.name), ("送达方式", ServiceMethod(row.method).label)],
        *_filled(("送达地点", row.place), ("送往地址", row.sent_to)),
        *_filled(("寄出、发出日期", frame.chinese_date(row.sent_on) if row.sent_on else "")),
        *_filled(("受托机关、转交单位", row.through), ("委托函、转交函", row.letter)),
        *([[("签收人", row.recipient), ("与受送达人关系", relation)]] if row.recipient else []),
        *_filled(("拒收事由", row.refusal), ("见证人", _witness(row)), ("告知的网上复议渠道", row.online_channel)),
        [("送达日期", frame.chinese_date(day)), ("回证或者回执编号", row.proof_number)],
        *([("影像", "送达过程已拍照、录像，另存。")] if row.recording_id else []), ("说明", way_of(row.method).effect),
    ]  # fmt: skip
    signed = [SignatureLine("受送达人", row.recipient, day)] if row.recipient else []
    seen = [SignatureLine("见证人", row.witness, day)] if row.witness else []
    officers = [SignatureLine("送达人", name, day) for name in row.officer_names]
    return frame.form(row.case, title=TITLE, blocks=[facts(*rows), *signed, *seen, *officers], dated_on=day)


def _filled(*pairs: tuple[str, str]) -> list[tuple[str, str]]:
    return [pair for pair in pairs if pair[1]]


def _witness(row: ServiceOfDocuments) -> str:
    return "，".join(part for part in (row.witness, row.witness_unit, row.witness_relation) if part)
