"""立案审批表."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from yangguang.base.models import Approval
from yangguang.base.press.blocks import facts
from yangguang.base.press.sheet import Sheet
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import Case

TITLE = "立案审批表"


def sheet(
    case: Case, *, matter: str, officers: Sequence[str], source: str, approval: Approval | None, dated_on: date
) -> Sheet:  # fmt: skip
    """What is opened, against whom, on which basis, by whom, and who agreed."""
    table = facts(
        [("案号", case.number), ("立案日期", frame.chinese_date(case.opened_on))],
        ("案由", case.title),
        ("案件来源", source),
        ("基本情况", case.facts),
        ("执法事项", matter),
        ("承办人", "、".join(officers)),
    )
    parties = frame.party_facts(case.parties.order_by("position", "pk"), bordered=True)
    blocks = [parties, table, *frame.opinions(approval)]
    return frame.form(case, title=TITLE, blocks=blocks, dated_on=dated_on)
