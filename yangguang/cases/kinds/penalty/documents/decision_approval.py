"""行政处罚审批表."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yangguang.base.models import Approval
from yangguang.base.press.blocks import facts
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.kinds.penalty.documents.prior_notice import discretion_words, penalty_words
from yangguang.cases.models import Case


def sheet(case: Case, *, title: str, content: Mapping[str, Any], approval: Approval | None, dated_on: date) -> Sheet:
    """What is proposed and who agreed, in their own words."""
    told = [
        ("违法事实", "；".join(fact["text"].rstrip("。") for fact in content["facts"])),
        ("理由", str(content.get("reasons") or "")), ("依据", frame.cited(content.get("basis") or ())),
        ("裁量", discretion_words(content)), ("陈述申辩", str(content.get("response") or "")),
        ("拟作决定", penalty_words(content) if content.get("penalties") else title.removesuffix("审批表")),
        ("音像记录说明", str((approval.proposal if approval else {}).get("recording_note") or "")),
    ]  # fmt: skip
    table = facts(
        [("案号", case.number), ("立案日期", frame.chinese_date(case.opened_on))], ("案由", case.title),
        *(row for row in told if row[1].strip()),
    )  # fmt: skip
    parties = frame.party_facts(case.parties.order_by("position", "pk"), bordered=True)
    return frame.form(case, title=title, blocks=[parties, table, *frame.opinions(approval)], dated_on=dated_on)
