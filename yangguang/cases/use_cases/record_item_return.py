"""Put the signed receipt of returned things on record."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from yangguang.base.models import Blob
from yangguang.cases.events.custody import ItemsReturned
from yangguang.cases.kinds.custody import papers
from yangguang.cases.kinds.custody.held import Line
from yangguang.cases.models import GOES_BACK, AdvancePreservation
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._custody import named_items, names_of
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._receipts import lay_behind, must_be_bindable
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def record_item_return(
    *, line: Line, items: Iterable[str], received_by: str, receipt_number: str, actor: Account, at: Moment,
    proof: Blob | None = None,
) -> Line:  # fmt: skip
    """Who signed for what; `proof`, the signed receipt, is bound into the file. Refused for a thing that does not go back, or
    for which somebody has signed.
    """
    row = locked_line(line)
    clause_id = "APL-2021:56#settle" if isinstance(row, AdvancePreservation) else "ACL-2011:28.2"
    things = named_items(row, items, clause_id)
    if any(one.fate not in GOES_BACK or one.returned_on is not None for one in things):
        raise Refused(
            "所选物品还没有决定退还，或者已经签收。", clause_id, field="items", remedy="请刷新页面后重新选择。"
        )
    who = worded(received_by, label="签收人", field="received_by", most=80)
    number = worded(receipt_number, label="签收单编号", field="receipt_number", most=80)
    must_be_bindable(proof, clause_id)
    taken = step_taken(row, "record_item_return", actor=actor, at=at)
    for one in things:
        one.returned_on, one.received_by, one.receipt_number = at.day, who, number
        one.save()
    row.save()
    officers = names_of(row.case, (), at.day)
    sheet = papers.receipt(row.case, items=things, received_by=who, officers=officers, on=at.day)
    paper = papers.form(
        row.case, kind="acknowledgement_of_return", title=f"退还物品签收单（{number}）", sheet=sheet, actor=actor, at=at
    )
    lay_behind(paper, proof, actor=actor, at=at)
    told(taken, row, ItemsReturned(len(things), number), actor=actor, at=at)
    return row
