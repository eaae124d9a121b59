"""Load a round or one of its files for an act: locked, by whoever may, in a state it may follow."""

from __future__ import annotations

from yangguang.base.events import Actor
from yangguang.kernel.refusal import Refused
from yangguang.supervision.models import CaseFileEvaluation, EvaluatedFile, FileState, RoundState
from yangguang.supervision.policy import NOT_HEAD, NOT_LEADER, decides, leads
from yangguang.supervision.rules.flow import HOUSE, ROUND, after, file_may, may_follow


def locked(evaluation: CaseFileEvaluation, act: str) -> CaseFileEvaluation:
    """The row, locked. Raises Refused where the round stands elsewhere."""
    rows = CaseFileEvaluation.objects.select_for_update(of=("self",)).select_related("body", "standard")
    found = rows.get(pk=evaluation.pk)
    if not may_follow(act, found.state):
        step = ROUND[act]
        raise Refused(
            f"评查现在是“{found.get_state_display()}”，不能{step.label}。",
            step.clauses[0],
            remedy="请按评查的进度办理。",
        )
    return found


def led(evaluation: CaseFileEvaluation, act: str, actor: Actor) -> CaseFileEvaluation:
    """The same, by one of those who lead it."""
    if not leads(actor, evaluation):
        raise Refused(NOT_LEADER, HOUSE, remedy="请由组织评查的人员办理。")
    return locked(evaluation, act)


def decided(evaluation: CaseFileEvaluation, act: str, actor: Actor) -> CaseFileEvaluation:
    """The same, by the head of the organising body."""
    if not decides(actor, evaluation.body_id):
        raise Refused(NOT_HEAD, HOUSE, remedy="请由机关负责人办理。")
    return locked(evaluation, act)


def locked_file(file: EvaluatedFile, act: str) -> EvaluatedFile:
    """One file of a round that is locked already. Raises Refused where the file stands elsewhere."""
    rows = EvaluatedFile.objects.select_for_update(of=("self",))
    found = rows.select_related("evaluation__body", "evaluation__standard", "case", "body").get(pk=file.pk)
    if not file_may(act, found.state):
        label = ROUND[act].label
        raise Refused(f"这一卷现在是“{found.get_state_display()}”，不能{label}。", HOUSE, remedy="请按评查的进度办理。")
    return found


def moves(evaluation: CaseFileEvaluation, act: str, *fields: str) -> None:
    """Where the act brings the round; other fields that changed are kept too."""
    evaluation.state = after(act, evaluation.state)
    evaluation.save(update_fields=["state", *fields])


def back_to_feedback(evaluation: CaseFileEvaluation) -> None:
    """Once every objection is answered and every veto settled, the round stands where it stood before the first objection."""
    waiting = evaluation.files.filter(state__in=[FileState.OBJECTED, FileState.VETO_CLAIMED])
    if evaluation.state == RoundState.OBJECTING and not waiting.exists():
        evaluation.state = RoundState.FEEDBACK
        evaluation.save(update_fields=["state"])
