"""Re-examine what the party said, in writing, once its term is over (H02)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.wages import DispositionMoved
from yangguang.cases.kinds.labour.disposition_draft import keep_draft
from yangguang.cases.models import Disposition
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@transaction.atomic
def re_examine_disposition(*, disposition: Disposition, opinion: str, actor: Account, at: Moment) -> Disposition:
    """The opinion goes into the draft, so that the decision answers what was said."""
    row = locked_line(disposition)
    taken = step_taken(row, "re_examine_disposition", actor=actor, at=at)
    words = worded(opinion, label="复核意见", field="opinion")
    said = (
        f"你单位于{row.statement_on:%Y年%-m月%-d日}提出陈述申辩"
        if row.statement_on
        else "你单位在期限内没有提出陈述申辩"
    )
    if row.waived_on:
        said = f"你单位于{row.waived_on:%Y年%-m月%-d日}明确放弃陈述申辩"
    content = {**row.draft.content, "heard": f"{said}。经复核：{words}"}
    row.re_examination = words
    row.draft = keep_draft(row.case, content, actor, at)
    row.save()
    told(
        taken,
        row,
        DispositionMoved("复核意见", words[:200], row.draft.digest, ("LSR-2004:19#hear",)),
        actor=actor,
        at=at,
    )
    return row
