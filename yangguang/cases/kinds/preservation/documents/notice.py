"""先行登记保存通知书: what is kept, why, how long, what nobody may do meanwhile, and the party's rights."""

from __future__ import annotations

from datetime import date

from yangguang.cases.kinds.labour.remedies import in_words
from yangguang.cases.kinds.penalty.documents import frame
from yangguang.cases.models import AdvancePreservation
from yangguang.statutes import clause

TITLE = "先行登记保存通知书"
SETTLE = "APL-2021:56#settle"


def words(line: AdvancePreservation, *, items: int, place: str, due_on: date, remedies: dict[str, str]) -> list[str]:
    """The text of the notice."""
    days = clause(SETTLE).amount(unit="workday")
    return [
        f"本机关在调查“{line.case.title}”一案中，发现下列证据可能灭失或者以后难以取得：{frame.sentence(line.reason)}",
        f"依据{frame.cited([SETTLE])}的规定，经本机关负责人批准，对存放在{place}的{items}件（批）物品先行登记保存，物品见所附清单。",
        f"本机关将在{days}个工作日内，即{frame.chinese_date(due_on)}前作出处理决定。在此期间，你（单位）和有关人员不得销毁或者转移。",
        "你（单位）有权陈述和申辩。" + in_words(remedies, "通知"),
    ]  # fmt: skip
