"""Go over every file of a round by the automatic checks: what they notice is laid beside the sheet and scores nothing."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.kernel.moment import Moment
from yangguang.supervision.events import FilesChecked
from yangguang.supervision.gathering import facts_of
from yangguang.supervision.models import CaseFileEvaluation
from yangguang.supervision.queries import counted_files
from yangguang.supervision.rules.checks import findings
from yangguang.supervision.use_cases._round import locked, moves


@transaction.atomic
def check_files(*, evaluation: CaseFileEvaluation, actor: Actor, at: Moment) -> CaseFileEvaluation:
    """Ready to be scored. Raises Refused where the evaluators are not assigned, or it was done already."""
    held, noticed = locked(evaluation, "check_files"), 0
    files = list(counted_files(held))
    for file in files:
        file.findings = [one.kept() for one in findings(facts_of(file.case))]
        file.checked_at = at.recorded_at
        file.save(update_fields=["findings", "checked_at"])
        noticed += len(file.findings)
    moves(held, "check_files")
    ledger.record(FilesChecked(len(files), noticed), subject=held.subject, actor=actor, at=at)
    return held
