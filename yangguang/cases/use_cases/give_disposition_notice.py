"""Tell the party what is proposed and that it may be heard, and serve the notice (H01)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.wages import DispositionMoved
from yangguang.cases.kinds.labour.disposition_draft import keep_draft
from yangguang.cases.kinds.labour.documents import disposition_notice
from yangguang.cases.models import Clock, Disposition
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._serving import method_label
from yangguang.cases.use_cases.serve_document import ServiceFacts, keep_service
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.records.api import make_document


@transaction.atomic
def give_disposition_notice(
    *, disposition: Disposition, service: ServiceFacts, actor: Account, at: Moment
) -> Disposition:
    """Issue and serve the notice; the term to be heard runs from this day."""
    row = locked_line(disposition)
    how = method_label(service)
    given = {"instruction": row.instruction, "draft": row.draft, **service.as_given(row.party)}
    taken = step_taken(row, "give_disposition_notice", actor=actor, at=at, given=given)
    window = Clock.objects.filter(case=row.case, kind="statement_period", about_ref=row.public_id).latest("pk")
    content = {**row.draft.content, "notified_total_fen": row.draft.content["total_fen"]}
    row.draft = keep_draft(row.case, content, actor, at)
    document = make_document(
        kind="disposition_notice", title="行政处理事先告知书", number_kind="监理告", body=row.case.body,
        file_ref=row.case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=disposition_notice.sheet(
            row.case, party=row.party.name, content=content, until=window.due_on, on=at.day
        ),
    )  # fmt: skip
    keep_service(row.case, document, row.party, service, actor=actor, at=at)
    row.notified_on = at.day
    row.save()
    event = DispositionMoved("处理前告知", f"{document.number}，{how}", row.draft.digest, ("LSR-2004:19#hear",))
    told(taken, row, event, actor=actor, at=at)
    return row
