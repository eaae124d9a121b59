"""Put off the days of an instruction while they run (I05)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.cases.events.instructions import InstructionExtended
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.labour.documents import instruction_papers
from yangguang.cases.models import Clock, Instruction
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "LSR-2004:18.1"


@transaction.atomic
def extend_instruction(
    *, instruction: Instruction, until: date, reason: str, actor: Account, at: Moment, position: int = 0
) -> Instruction:
    """The agency head gives one order, or every order still running, a later day. Refused once a day is over."""
    row = locked_line(instruction)
    why = worded(reason, label="理由", field="reason", most=400)
    keep_secret(row.case, {"reason": why})
    orders = [order for order in row.orders.order_by("position") if position in {0, order.position}]
    open_ones = [order for order in orders if not order.outcome]
    if not open_ones:
        raise Refused("没有可以延长期限的要求。", CLAUSE, field="position")
    step = {"extended_orders": open_ones}
    taken = step_taken(row, "extend_instruction", actor=actor, at=at, given=step)
    if any(until <= order.due_on for order in open_ones):
        raise Refused("延长后的期限应当晚于原期限。", CLAUSE, field="until", remedy="请核对日期。")
    moved = []
    for order in open_ones:
        moved.append(f"第{order.position}项，由{_day(order.due_on)}延长至{_day(until)}；")
        order.due_on = until
        order.save(update_fields=["due_on"])
        running = Clock.objects.filter(case=row.case, kind="fulfil_by", about_ref=order.public_id, stopped_on=None)
        for clock in running.order_by("pk"):
            run_clocks.put_off(clock, until=run_clocks.last_day_for_party(until), reason=why, clause=CLAUSE)
    row.save()
    make_document(
        kind="instruction_extension_notice", title="延长改正期限通知书", number_kind="监延", body=row.case.body,
        file_ref=row.case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=instruction_papers.extension_notice(
            row.case, number=row.number, party=row.party.name, moved=moved, reason=f"{why.rstrip('。')}。", on=at.day
        ),
    )  # fmt: skip
    told(taken, row, InstructionExtended(row.number, until, why), actor=actor, at=at)
    return row


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
