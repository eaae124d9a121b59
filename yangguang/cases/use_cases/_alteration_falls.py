"""An alteration alone is annulled: the decision stands again as it did before, with its fine, its penalties and a new term."""

from __future__ import annotations

from yangguang.base.events import Actor
from yangguang.cases.altering import alteration_of, content_now
from yangguang.cases.events.remaking import AlterationFell
from yangguang.cases.kinds.execution.stages import GOING_ON, OVERDUE
from yangguang.cases.models import (
    Alteration,
    AnnouncementStatus,
    Decision,
    DecisionStatus,
    Execution,
    ExecutionStatus,
    Remedy,
)
from yangguang.cases.other_executions import left_of
from yangguang.cases.owing import next_due_of, unpaid_of
from yangguang.cases.rules.altering import in_words
from yangguang.cases.rules.remaking import GROUNDS, RemakeGround
from yangguang.cases.serving import UNDER_WAY
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._announcing import settle
from yangguang.cases.use_cases._execution import (
    BY_PARTS,
    clause_of_parts,
    keep_court_window,
    locked_execution,
    move_case,
    step_taken,
)
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

WHY = "变更决定被撤销，原决定恢复效力"
CLAUSES = ("AJL-2017:71", "AJI-2018:90")


def alteration_falls(remedy: Remedy, row: Alteration, *, ground: str, actor: Actor, at: Moment) -> AlterationFell:
    """From the day the paper came in. A later alteration that stands keeps what it says. Raises Refused without the `ground`:
    it tells whether the agency may alter to the same measure again.
    """
    if ground not in set(RemakeGround):
        raise Refused("请选择变更决定被撤销的原因。", CLAUSES, field="fallen_ground",
                      remedy="请按复议决定、裁判写明的理由选择；只因违反法定程序被撤销的，可以再作同样的变更。")  # fmt: skip
    row = Alteration.objects.select_for_update(of=("self",)).select_related("decision__case", "document").get(pk=row.pk)
    decision, on = row.decision, remedy.outcome_received_on or at.day
    decision.case = remedy.case
    row.fallen_on, row.fallen_paper, row.fallen_ground = on, remedy.outcome_paper, ground
    row.save(update_fields=["fallen_on", "fallen_paper", "fallen_ground"])
    if row.served_on is None:
        run_clocks.stop(remedy.case, "serve_by", on=at.day, event=WHY)
    for one in remedy.case.announcements.filter(document=row.document, status__in=UNDER_WAY).order_by("pk"):
        settle(one, AnnouncementStatus.ENDED, on=at.day, why=WHY)
    if alteration_of(decision) is not None and (later := _later(row)) is not None:
        later.altered_before_fen = row.altered_before_fen
        later.save(update_fields=["altered_before_fen"])
    elif decision.status == DecisionStatus.SERVED:
        _stands_again(row, decision, actor, at)
    words = in_words(content_now(Decision.objects.get(pk=decision.pk)))
    return AlterationFell(
        remedy.public_id, decision.public_id, decision.number, row.document.number, words, row.fallen_paper, on,
        GROUNDS[RemakeGround(ground)],
    )  # fmt: skip


def _later(row: Alteration) -> Alteration | None:
    rows = row.decision.alterations.select_for_update(of=("self",)).filter(fallen_on=None, pk__gt=row.pk)
    return rows.order_by("pk").first()


def _stands_again(row: Alteration, decision: Decision, actor: Actor, at: Moment) -> None:
    """The fine first; then the case goes on where something is left to pay or to carry out."""
    line = Execution.objects.filter(decision=decision, status__in=(*GOING_ON, ExecutionStatus.FULFILLED)).first()
    fine = int(row.content.get("fine_fen") or 0)
    if line is not None and line.altered_fine_fen == fine != row.altered_before_fen:
        _fine_stands_again(locked_execution(decision, decision.case), row, actor, at)
    found = Decision.objects.select_related("case", "execution").get(pk=decision.pk)
    if unpaid_of(found) or left_of(found):
        move_case(decision.case, "stand_again", actor=actor, at=at)


def _fine_stands_again(line: Execution, row: Alteration, actor: Actor, at: Moment) -> None:
    """What is unpaid of it has a term of its own again, as long as the first, from the day the paper came in."""
    decision, case = line.decision, line.case
    run_clocks.stop(case, "pay_by", on=at.day, event=WHY, about_ref=decision.public_id)
    line.altered_fine_fen = row.altered_before_fen
    term = run_clocks.start(case, "pay_by", on=row.fallen_on or at.day, event=WHY, about_ref=decision.public_id)
    row.again_due_on = run_clocks.due_of(term).day
    row.save(update_fields=["again_due_on"])
    line.save()
    decision.execution = line
    part = next_due_of(decision) if line.status in BY_PARTS else None
    if part is not None and part != row.again_due_on:
        run_clocks.put_off(term, until=part, reason="分期缴纳的，按本期的期限", clause=clause_of_parts(line))
    unpaid = unpaid_of(decision)
    if not unpaid:
        run_clocks.stop(case, "pay_by", on=at.day, event="已经缴清", about_ref=decision.public_id)
    again = unpaid and line.status == ExecutionStatus.FULFILLED
    step_taken(line, "owe_again" if again else "follow_fallen_alteration", actor=actor, at=at)
    if line.status in OVERDUE:
        keep_court_window(line, on=at.day)
