"""Hand things and papers over to the police once they opened a case, with receipts on both sides (C09)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.criminal import CriminalTransferMoved
from yangguang.cases.kinds.criminal_transfer.documents import papers
from yangguang.cases.models import CriminalTransfer
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._criminal import by_the_task_force
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment

CLAUSE = "TCR-2020:12"


@transaction.atomic
def hand_over_case_items(
    *, transfer: CriminalTransfer, items: str, materials: str, receiver: str, actor: Account, at: Moment,
    overdue_reason: str = "",
) -> CriminalTransfer:  # fmt: skip
    """By the task force, to whoever signed for the police."""
    line = locked_line(transfer)
    by_the_task_force(line, actor)
    things = worded(items, label="移交的物品", field="items", most=4000)
    given = {"items": things, "overdue_reason": overdue_reason}
    taken = step_taken(line, "hand_over_case_items", actor=actor, at=at, given=given)
    signed = worded(receiver, label="接收人", field="receiver", most=80)
    rows = [
        ("接收机关", line.police), ("接收人", signed), ("物品", things),
        ("材料", worded(materials, label="移交的材料", field="materials", most=4000)),
        ("移交人", "、".join(line.member_names)),
    ]  # fmt: skip
    papers.form(line.case, kind="items_handover_record", title="涉案物品、材料移交清单", rows=rows, actor=actor, at=at)
    line.items, line.ended_on = things, at.day
    line.save()
    told(taken, line, CriminalTransferMoved("移交物品和材料", f"{signed}签收", (CLAUSE,)), actor=actor, at=at)
    return line
