"""现场检查通知书: what the inspected is told of an approved visit, and what it may ask of those who come."""

from __future__ import annotations

from datetime import date

from yangguang.base.models import Approval
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import Case

TITLE = "现场检查通知书"


def sheet(case: Case, *, approval: Approval, officers: str, dated_on: date) -> Sheet:
    """Where and when, what is inspected, by whom, which rights there are. It names no lead that gave rise to it."""
    told = approval.proposal
    days = "至".join(
        dict.fromkeys(frame.chinese_date(date.fromisoformat(told[name])) for name in ("from_day", "until_day"))
    )
    text = [
        f"本机关办理{case.title}一案（{case.number}），经本机关负责人批准，定于{days}到{told['place']}进行现场检查。",
        f"检查内容：{frame.sentence(told['purpose'])}",
        f"检查人员：{officers}。不出示执法证件的，你（单位）有权拒绝检查；认为检查人员与本案有直接利害关系的，有权申请回避"
        f"（{frame.cited(['APL-2021:55.1', 'APL-2021:43.2'])}）；有权陈述、申辩。",
        f"请如实回答询问、提供材料、协助检查。对检查有意见的，请致电{case.body.complaint_phone}。",
    ]
    parties = "、".join(party.name for party in case.parties.order_by("position", "pk"))
    return frame.letter(case, title=TITLE, to=parties or "被检查单位", text=text, dated_on=dated_on)
