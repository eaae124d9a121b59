"""Close a disposition that has been fulfilled, has fallen, or whose execution the court has ended (H10)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base.models import Approval
from yangguang.cases.events.wages import DispositionMoved
from yangguang.cases.kinds.labour.fulfilment import left_of
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.models import Clock, Disposition
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.records.api import make_document

TITLE = "行政处理收口记录"


@transaction.atomic
def close_disposition(
    *, disposition: Disposition, actor: Account, at: Moment, summary: str = "", ended_by: str = "",
    recording_note: str = "", approval: Approval | None = None,
) -> Disposition:  # fmt: skip
    """The unit head closes the line; all its clocks stop. Refused while anything is left to pay and nobody ended it."""
    row = locked_line(disposition)
    given = {"ended_by": ended_by, "recording_note": recording_note}
    taken = step_taken(row, "close_disposition", actor=actor, at=at, given=given)
    row.save()
    own = Clock.objects.filter(case=row.case, about_ref=row.public_id, stopped_on=None)
    own.update(stopped_on=at.day, stop_event="收口")
    told_rows = [
        ("当事人", row.party.name), ("处理决定", row.decision.number if row.decision else "未作出"),
        ("尚未履行", f"{in_figures(left_of(row))}元"), ("人民法院终结执行的裁定", ended_by), ("音像记录说明", recording_note),
        ("收口情况", summary),
    ]  # fmt: skip
    make_document(
        kind="disposition_closing", title=TITLE, body=row.case.body, file_ref=row.case.public_id, dated_on=at.day,
        sheet=short_form.sheet(
            row.case, title=TITLE, rows=[one for one in told_rows if one[1]], dated_on=at.day, approval=approval
        ), actor=actor, at=at, volume="side",
    )  # fmt: skip
    told(taken, row, DispositionMoved("收口", ended_by, "", ("LSR-2004:18.1",)), actor=actor, at=at)
    return row
