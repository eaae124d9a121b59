"""Hand in a sheet: the score is worked out here and nowhere else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.supervision.models import EvaluatedFile, FileState, ScoringSheet
from yangguang.supervision.policy import evaluates
from yangguang.supervision.queries import involved_in
from yangguang.supervision.rules.scoring import HOUSE, Deduction, VetoAnswer, evaluator_fault, grade_of, score
from yangguang.supervision.rules.sheets import from_content


def independent(file: EvaluatedFile, account: Account, involved: set[str] | None = None) -> None:
    """Raises Refused for somebody who handled, reviewed or approved anything in the file."""
    known = involved_in(file.case) if involved is None else involved
    if fault := evaluator_fault(ref=account.actor_ref, name=account.actor_name, involved=known):
        raise Refused(fault, HOUSE, field="evaluator", remedy="请改派没有参与过该案的人员。")


def hand_in(
    file: EvaluatedFile, *, answers: Sequence[VetoAnswer], deductions: Sequence[Deduction], remark: str,
    state: FileState, actor: Account, at: Moment,
) -> ScoringSheet:  # fmt: skip
    """The sheet of one evaluator; a veto waits for a second person before it counts."""
    if not evaluates(actor, file):
        raise Refused("这一卷没有分派给您。", HOUSE, remedy="请由分派的评查人填写。")
    independent(file, actor)
    standard = from_content(file.evaluation.standard.content)
    found = score(standard, answers, deductions)
    sheet = ScoringSheet.objects.create(
        file=file, number=file.sheets.count() + 1, evaluator_ref=actor.actor_ref, evaluator_name=actor.actor_name,
        answers=[asdict(one) for one in answers], deductions=[asdict(one) for one in deductions], sections=found.sections,
        score=found.total, vetoed=bool(found.vetoed), scored_on=at.day,
        remark=clean(remark, label="评语", most=2000, lines=True, field="remark"),
    )  # fmt: skip
    file.state = FileState.VETO_CLAIMED if found.vetoed else state
    file.score = None if found.vetoed else found.total
    file.grade = "" if found.vetoed else grade_of(standard, found.total, vetoed=False)
    file.save(update_fields=["state", "score", "grade"])
    return sheet
