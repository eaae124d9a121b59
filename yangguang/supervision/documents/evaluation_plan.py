"""案卷评查方案."""

from __future__ import annotations

from datetime import date

from yangguang.base.press.blocks import facts
from yangguang.base.press.sheet import Sheet
from yangguang.kernel.written_days import in_words
from yangguang.supervision.documents import frame
from yangguang.supervision.models import CaseFileEvaluation
from yangguang.supervision.rules.sheets import FOCUS

TITLE = "案卷评查方案"


def sheet(evaluation: CaseFileEvaluation, *, dated_on: date) -> Sheet:
    """Whose files of which period are evaluated by which sheet, how many, and how."""
    bodies = "、".join(evaluation.bodies.order_by("pk").values_list("name", flat=True))
    period = f"{in_words(evaluation.period_from)}至{in_words(evaluation.period_until)}办结的案卷"
    table = facts(
        ("评查名称", evaluation.title), ("被评查单位", bodies), ("评查范围", period), ("抽取件数", f"{evaluation.size}件"),
        ("评查标准", str(evaluation.standard)), ("评查重点", "、".join(FOCUS)),
        ("抽取方式", "名单冻结以后按种类分层，由种子和案号的SHA-256值排序抽取，两人在场；任何人可以按公布的种子和名单重做"),
        ("组织方式和要求", evaluation.scheme or "无"),
    )  # fmt: skip
    return frame.paper(evaluation, TITLE, table, dated_on=dated_on)
