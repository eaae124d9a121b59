"""现场检查审批表; 现场检查补报审批表 after an urgent visit."""

from __future__ import annotations

from datetime import date

from yangguang.base.models import Approval
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame, short_form
from yangguang.cases.models import Case


def title(*, afterwards: bool) -> str:
    """What the form is called."""
    return "现场检查补报审批表" if afterwards else "现场检查审批表"


def sheet(case: Case, *, title: str, approval: Approval, dated_on: date) -> Sheet:
    """Where, why, on which days, and the opinions."""
    told = approval.proposal
    days = [frame.chinese_date(date.fromisoformat(told[name])) for name in ("from_day", "until_day")]
    rows = [
        ("检查地点", told["place"]), ("检查内容和理由", told["purpose"]), ("检查日期", "至".join(dict.fromkeys(days))),
        ("紧急情况", told.get("urgent_reason", "")),
    ]  # fmt: skip
    return short_form.sheet(
        case, title=title, rows=[row for row in rows if row[1]], dated_on=dated_on, approval=approval
    )
