"""交办单: a lead handed to those who look after it: what came in, what is asked of them, until when. It names nobody who told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from yangguang.base.press.blocks import SignatureLine, facts
from yangguang.base.press.plain import chinese_date
from yangguang.base.press.sheet import Sheet
from yangguang.cases.informants import covered, who_told
from yangguang.cases.kinds.labour.documents.frame import form
from yangguang.kernel.money import in_figures

TITLE = "线索交办单"


def sheet(lead: Any, *, to: Sequence[str], by: str, wanted: str, due: tuple[str, date] | None, on: date) -> Sheet:
    """From a lead's own facts; `due` names the running term of the lead and its last day."""
    told = who_told(lead.public_id)
    asked = getattr(lead, "complaint", None) if lead.is_complaint else None
    rows: list[Any] = [
        [("登记号", lead.number), ("案件来源", lead.get_source_display())],
        [("登记日期", chinese_date(lead.received_on)), ("投诉人、举报人", "身份另行保密保存" if told else "无")],
        [("用人单位", lead.employer_name or "不明"), ("工作地点", lead.employer_address or "—")],
    ]
    if asked:
        rows.append([("涉及人数", f"{asked.workers_count}人"), ("涉及金额", f"{in_figures(asked.amount_fen)}元")])
        rows.append(("请求", covered(asked.requests, told)))
    rows.append(("反映的情况", covered(lead.account, told)))
    if wanted:
        rows.append(("办理要求", wanted))
    if due:
        rows.append(("办理期限", f"{due[0]}：{chinese_date(due[1])}"))
    rows.append([("交办人", by), ("承办人", "、".join(to))])
    blocks = [facts(*rows), SignatureLine("交办人", by, on), *(SignatureLine("接收人", name) for name in to)]
    return form(title=TITLE, body_name=lead.body.name, blocks=blocks, dated_on=on)
