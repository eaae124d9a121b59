"""Tell the party what is proposed and that it may be heard, and serve the notice (H01)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.wages import DispositionMoved
from yangguang.cases.models import Clock, Disposition
from yangguang.cases.serving import waits
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._serving import method_label
from yangguang.cases.use_cases.issue_disposition_notice import make_notice
from yangguang.cases.use_cases.serve_document import ServiceFacts, keep_service
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment


@transaction.atomic
def give_disposition_notice(
    *, disposition: Disposition, service: ServiceFacts, actor: Account, at: Moment
) -> Disposition:
    """Issue and serve the notice, or serve the one that was made ahead; the term to be heard runs from this day."""
    row = locked_line(disposition)
    how = method_label(service)
    given = {"instruction": row.instruction, "draft": row.draft, **service.as_given(row.party)}
    taken = step_taken(row, "give_disposition_notice", actor=actor, at=at, given=given)
    window = Clock.objects.filter(case=row.case, kind="statement_period", about_ref=row.public_id).latest("pk")
    made = row.notice if waits(row.notice) else None
    document = made or make_notice(row, until=window.due_on, actor=actor, at=at)
    keep_service(row.case, document, row.party, service, actor=actor, at=at)
    row.notified_on = at.day
    row.save()
    event = DispositionMoved("处理前告知", f"{document.number}，{how}", row.draft.digest, ("LSR-2004:19#hear",))
    told(taken, row, event, actor=actor, at=at)
    return row
