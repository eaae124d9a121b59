"""An evaluator hands in the sheet of a file."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.supervision.events import FileScored
from yangguang.supervision.models import EvaluatedFile, FileState, ScoringSheet
from yangguang.supervision.rules.scoring import Deduction, VetoAnswer
from yangguang.supervision.use_cases._round import locked, locked_file
from yangguang.supervision.use_cases._sheet import hand_in


@transaction.atomic
def score_file(
    *, file: EvaluatedFile, answers: Sequence[VetoAnswer], deductions: Sequence[Deduction], remark: str = "",
    actor: Account, at: Moment,
) -> ScoringSheet:  # fmt: skip
    """The file is scored, or waits for a second person where a veto is claimed. Raises Refused for anybody else's file, for
    an unanswered veto item, and for a deduction that is not explained or out of bounds.
    """
    locked(file.evaluation, "score_file")
    held = locked_file(file, "score_file")
    sheet = hand_in(
        held, answers=answers, deductions=deductions, remark=remark, state=FileState.SCORED, actor=actor, at=at
    )
    event = FileScored(str(held), sheet.number, sheet.score, sheet.vetoed)
    ledger.record(event, subject=held.subject, actor=actor, at=at)
    return sheet
