"""The head orders that something about a file be put right, by a day."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import calendars, ledger, local_values
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.workdays import add_workdays
from yangguang.kernel.written_text import clean
from yangguang.supervision.documents import fixing_order, frame
from yangguang.supervision.events import FixingOrdered
from yangguang.supervision.models import EvaluatedFile, FileState, FixingOrder
from yangguang.supervision.rules.flow import SUPERVISED
from yangguang.supervision.use_cases._round import decided, moves

TERM = "evaluation_fixing_workdays"


@transaction.atomic
def order_fixing(*, file: EvaluatedFile, demand: str, actor: Account, at: Moment) -> FixingOrder:
    """Ordered, one paper a file. Raises Refused without a demand, for a file left out, and for a second order."""
    held = decided(file.evaluation, "order_fixing", actor)
    if file.state != FileState.FINAL:
        raise Refused("责令整改的是已经定档的案卷。", SUPERVISED, remedy="请选择已经定档的案卷。")
    if FixingOrder.objects.filter(file=file).exists():
        raise Refused("这一卷已经责令整改。", SUPERVISED, remedy="请等整改报告和核查。")
    workdays = int(local_values.value(TERM, chain=held.body.public_id, on=at.day))
    order = FixingOrder.objects.create(
        file=file, ordered_on=at.day, ordered_by_name=actor.actor_name,
        demand=clean(demand, label="整改要求", most=2000, least=1, lines=True, field="demand"),
        due_on=add_workdays(at.day, workdays, calendars.in_force()).day,
    )  # fmt: skip
    moves(held, "order_fixing")
    paper = fixing_order.sheet(order, dated_on=at.day)
    frame.made(held, "fixing_order", f"{fixing_order.TITLE}（{file}）", paper, actor=actor, at=at)
    ledger.record(FixingOrdered(str(file), order.due_on), subject=file.subject, actor=actor, at=at)
    return order
