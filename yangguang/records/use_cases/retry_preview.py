"""Try again what could not be made: after ffmpeg was installed, a disk was freed, an original was put back."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.events.viewing import PreviewAskedAgain
from yangguang.records.models import Derivative, MakingState
from yangguang.records.use_cases._kept_recordings import CLAUSE, must_keep


@transaction.atomic
def retry_preview(*, derivative_ref: str, actor: Account, at: Moment) -> Derivative:
    """Raises Refused for what did not fail."""
    rows = Derivative.objects.select_for_update(of=("self",)).select_related("source", "body")
    row = rows.get(public_id=derivative_ref)
    must_keep(row.file_ref, actor)
    if row.state != MakingState.FAILED or row.retired_at:
        raise Refused("只有没有做成的可以重试。", CLAUSE, remedy="请刷新页面。")
    row.state, row.tried_at, row.fault = MakingState.WAITING, None, ""
    row.save(update_fields=["state", "tried_at", "fault"])
    ledger.record(PreviewAskedAgain(row.source.name), subject=row.subject, actor=actor, at=at)
    return row
