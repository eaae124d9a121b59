"""Make the notice before a disposition ahead of its service: so that it can be tried in every way, and announced."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base import local_values
from yangguang.cases.events.wages import DispositionMoved
from yangguang.cases.kinds.labour.disposition_draft import keep_draft
from yangguang.cases.kinds.labour.documents import disposition_notice
from yangguang.cases.models import Disposition
from yangguang.cases.serving import waits
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import Document, make_document

CLAUSE = "LSR-2004:19#hear"


@transaction.atomic
def issue_disposition_notice(*, disposition: Disposition, actor: Account, at: Moment) -> Disposition:
    """No term runs yet: the notice counts the days from its service."""
    row = locked_line(disposition)
    if waits(row.notice):
        raise Refused("处理前告知书已经制作，还没有送达。", CLAUSE, remedy="请登记送达，或者先作废。")
    given = {"instruction": row.instruction, "draft": row.draft}
    taken = step_taken(row, "issue_disposition_notice", actor=actor, at=at, given=given)
    row.notice = make_notice(row, until=None, actor=actor, at=at)
    row.save()
    told(taken, row, DispositionMoved("制作告知书", row.notice.number, row.draft.digest, (CLAUSE,)), actor=actor, at=at)
    return row


def make_notice(row: Disposition, *, until: date | None, actor: Account, at: Moment) -> Document:
    """The numbered paper; what it tells is what the decision may not exceed."""
    content = {**row.draft.content, "notified_total_fen": row.draft.content["total_fen"]}
    row.draft = keep_draft(row.case, content, actor, at)
    days = int(local_values.value("statement_period_workdays", chain=row.case.body.public_id, on=at.day))
    return make_document(
        kind="disposition_notice", title="行政处理事先告知书", number_kind="监理告", body=row.case.body,
        file_ref=row.case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=disposition_notice.sheet(
            row.case, party=row.party.name, content=content, until=until, days=days, on=at.day
        ),
    )  # fmt: skip
