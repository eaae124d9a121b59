"""Sell fresh or perishable things that cannot be kept; the money is kept in their place (M12)."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from yangguang.cases.events.custody import MeasureMoved
from yangguang.cases.kinds.custody import papers
from yangguang.cases.models import CoerciveMeasure
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._custody import named_items, words_of
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused

CLAUSE = "ACL-2011:28.2"


@transaction.atomic
def sell_perishables(
    *, measure: CoerciveMeasure, items: Iterable[str], proceeds_fen: int, buyer: str, reason: str, actor: Account,
    at: Moment,
) -> CoerciveMeasure:  # fmt: skip
    """The agency head's act. The things stay on the list: on release their price goes back."""
    line = locked_line(measure)
    rows = named_items(line, items, CLAUSE)
    if proceeds_fen <= 0:
        raise Refused("应当写明变卖价款。", CLAUSE, field="proceeds_fen")
    taken = step_taken(line, "sell_perishables", actor=actor, at=at)
    for position, item in enumerate(rows):
        item.sold_on, item.proceeds_fen = at.day, proceeds_fen if position == 0 else 0
        item.save()
    line.save()
    facts = [
        ("变卖物品", words_of(rows)), ("理由", worded(reason, label="理由", field="reason", most=400)),
        ("买受人", worded(buyer, label="买受人", field="buyer", most=120)), ("价款", f"{in_figures(proceeds_fen)}元，存入专户"),
    ]  # fmt: skip
    papers.form(line.case, kind="sale_record", title="变卖记录", rows=facts, actor=actor, at=at)
    words = f"{words_of(rows)}，{in_figures(proceeds_fen)}元"
    told(taken, line, MeasureMoved("变卖易腐物品", words, (CLAUSE,)), actor=actor, at=at)
    return line
