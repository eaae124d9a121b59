"""Hand held things over with the file of a suspected crime, the party being told in writing (M13)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.cases.events.custody import ItemsHandedOver
from yangguang.cases.kinds.coercion.documents import decision
from yangguang.cases.kinds.custody import papers
from yangguang.cases.kinds.custody.held import held_items
from yangguang.cases.models import CoerciveMeasure, ItemFate
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@transaction.atomic
def hand_over_items(
    *, measure: CoerciveMeasure, to: str, receipt: str, told_on: date | None, actor: Account, at: Moment
) -> CoerciveMeasure:
    """Refused while the party has not been told where its things go."""
    line = locked_line(measure)
    receiver = worded(to, label="接收机关", field="to", most=120)
    proof = worded(receipt, label="移交清单签收", field="receipt", most=200)
    taken = step_taken(line, "hand_over_items", actor=actor, at=at, given={"told_on": told_on})
    items = held_items(line)
    for item in items:
        item.fate, item.fate_on, item.told_on, item.voucher = ItemFate.HANDED_OVER, at.day, told_on, proof
        item.save()
    line.ended_on = at.day
    line.save()
    papers.letter(
        line.case, kind="handover_record", title="查封、扣押财物移送告知书", number_kind="移物", to=line.party.name,
        words=decision.handover_words(line, to=receiver), items=items, actor=actor, at=at,
    )  # fmt: skip
    told(taken, line, ItemsHandedOver(len(items), receiver, told_on or at.day), actor=actor, at=at)
    return line
