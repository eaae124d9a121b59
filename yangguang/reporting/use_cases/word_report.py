"""Write the text part of a report: the general situation of the year."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.written_text import clean
from yangguang.reporting.events import ReportWorded
from yangguang.reporting.models import AnnualReport
from yangguang.reporting.use_cases._lock_report import lock_draft

MOST = 8000


@transaction.atomic
def word_report(*, report: AnnualReport, overview: str, actor: Account, at: Moment) -> AnnualReport:
    """Keep the text. Raises Refused for somebody else's draft or one that is fixed."""
    draft = lock_draft(report, actor)
    draft.overview = clean(overview, label="总体情况说明", most=MOST, least=1, lines=True, field="overview")
    draft.save(update_fields=["overview"])
    ledger.record(ReportWorded(draft.year, draft.version), subject=draft.subject, actor=actor, at=at)
    return draft
