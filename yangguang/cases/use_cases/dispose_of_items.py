"""Confiscate or destroy what is held, under a decision made within the days (M11)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.custody import ItemsConfiscated
from yangguang.cases.kinds.custody import papers
from yangguang.cases.kinds.custody.held import held_items
from yangguang.cases.models import CoerciveMeasure, ItemFate
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._confiscation import confiscating_decision
from yangguang.cases.use_cases._custody import words_of
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "ACL-2011:27"


@transaction.atomic
def dispose_of_items(
    *, measure: CoerciveMeasure, how: str, voucher: str, actor: Account, at: Moment
) -> CoerciveMeasure:
    """Refused without a penalty decision that confiscates; a decision made too late does not hold the things."""
    line = locked_line(measure)
    if how not in {ItemFate.CONFISCATED, ItemFate.DESTROYED}:
        raise Refused("请选择没收或者销毁。", CLAUSE, field="how")
    decision = confiscating_decision(line.case)
    proof = worded(voucher, label="处理凭证", field="voucher", most=200)
    items = held_items(line)
    taken = step_taken(line, "dispose_of_items", actor=actor, at=at, given={"decision": decision})
    for item in items:
        item.fate, item.fate_on, item.voucher = how, at.day, proof
        item.save()
    line.ended_on = at.day
    line.save()
    label = ItemFate(how).label
    rows = [("依据", decision.number), ("处理", label), ("物品", words_of(items)), ("处理凭证", proof)]
    papers.form(line.case, kind="disposal_voucher", title="涉案物品处理凭证", rows=rows, actor=actor, at=at)
    told(taken, line, ItemsConfiscated(len(items), label, decision.number), actor=actor, at=at)
    return line
