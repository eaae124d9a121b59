"""案源登记表: what was taken down when the lead came in. It names nobody who told."""

from __future__ import annotations

from typing import Any

from yangguang.base.press.blocks import Block, SignatureLine, facts
from yangguang.base.press.plain import chinese_date
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.labour.documents.frame import form
from yangguang.kernel.money import in_figures


def sheet(lead: Any, *, registrar: str) -> Sheet:
    """The form from a lead's own facts."""
    told = lead.informants.count()
    asked = getattr(lead, "complaint", None) if lead.is_complaint else None
    rows: list[Any] = [
        [("案件来源", lead.get_source_display()), ("接收方式", lead.get_received_way_display())],
        [("登记号", lead.number), ("登记日期", chinese_date(lead.received_on))],
        ("投诉人、举报人", "匿名" if lead.anonymous else (f"共{told}人，身份另行保密保存" if told else "无")),
        [("用人单位", lead.employer_name or "不明"), ("统一社会信用代码", lead.employer_code or "—")],
        ("住所或者工作地点", lead.employer_address or "—"),
    ]
    if asked:
        rows.append([("涉及人数", f"{asked.workers_count}人"), ("涉及金额", f"{in_figures(asked.amount_fen)}元")])
        rows.append(("投诉请求", asked.requests))
    rows.append(("反映的情况", lead.account))
    blocks: list[Block] = [facts(*rows), SignatureLine("登记人", registrar, lead.received_on)]
    return form(title="案源登记表", body_name=lead.body.name, blocks=blocks, dated_on=lead.received_on)
