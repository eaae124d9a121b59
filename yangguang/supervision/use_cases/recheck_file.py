"""Another evaluator looks at a file again and answers the objection; both scores stay."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.written_text import clean
from yangguang.supervision.documents import frame, scoring_sheet
from yangguang.supervision.events import FileRechecked
from yangguang.supervision.models import EvaluatedFile, FileState, ScoringSheet
from yangguang.supervision.rules.scoring import Deduction, VetoAnswer
from yangguang.supervision.use_cases._round import back_to_feedback, locked, locked_file
from yangguang.supervision.use_cases._sheet import hand_in


@transaction.atomic
def recheck_file(
    *, file: EvaluatedFile, answer: str, answers: Sequence[VetoAnswer], deductions: Sequence[Deduction], remark: str = "",
    actor: Account, at: Moment,
) -> ScoringSheet:  # fmt: skip
    """A second sheet. The round is fed back again once every objection is answered. Raises Refused for anybody else."""
    round_ = locked(file.evaluation, "recheck_file")
    held = locked_file(file, "recheck_file")
    words = clean(answer, label="复评意见", most=2000, least=1, lines=True, field="answer")
    before = held.score or 0
    sheet = hand_in(
        held, answers=answers, deductions=deductions, remark=remark, state=FileState.RECHECKED, actor=actor, at=at
    )
    held.objections.filter(answered_on=None).update(answer=words, answered_by_name=actor.actor_name, answered_on=at.day)
    paper = scoring_sheet.sheet(sheet, dated_on=at.day)
    frame.made(round_, "scoring_sheet", f"{scoring_sheet.TITLE}（{held}复评）", paper, actor=actor, at=at)
    back_to_feedback(round_)
    event = FileRechecked(str(held), before, sheet.score)
    ledger.record(event, subject=held.subject, actor=actor, at=at)
    return sheet
