"""Record what a reconsideration or a judgment made of a fine; what was paid beyond it is to be given back."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.models import Decision, Execution, StepTaken
from yangguang.cases.owing import fine_now
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._execution import (
    fulfil_if_settled,
    locked_execution,
    move_case,
    others_unpaid,
    step_taken,
    told,
)
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused

CLAUSES = ("ARL-2023:63.2", "AJL-2017:77.2")


@transaction.atomic
def record_altered_fine(*, decision: Decision, fine_fen: int, actor: Account, at: Moment) -> Execution:
    """Neither a reconsideration nor a judgment may put the party worse."""
    taken, row = put_altered_fine(decision=decision, fine_fen=fine_fen, actor=actor, at=at)
    told(taken, row, f"变更为{in_figures(fine_fen)}元", actor=actor, at=at)
    return row


def put_altered_fine(
    *,
    decision: Decision,
    fine_fen: int,
    actor: Account,
    at: Moment,
    act: str = "record_altered_fine",
    remitted_fen: int = 0,
) -> tuple[StepTaken, Execution]:
    """The smaller fine takes its place, less of what was added is owed (`remitted_fen`), and the line ends where all is paid
    already. The caller tells the event.
    """
    row = locked_execution(decision)
    same = bool(remitted_fen) and fine_fen == fine_now(row.decision)
    if not same and not 0 <= fine_fen < row.decision.fine_fen:
        raise Refused("变更不得更不利于当事人。", CLAUSES, field="fine_fen", remedy="请按复议决定或者判决填写。")
    taken = step_taken(row, act, actor=actor, at=at)
    row.altered_fine_fen = row.altered_fine_fen if same else fine_fen
    row.remitted_fen += remitted_fen
    row.save()
    if fulfil_if_settled(row, actor=actor, at=at):
        run_clocks.stop(row.case, "pay_by", on=at.day, event="缴清", about_ref=row.decision.public_id)
        if not others_unpaid(row):
            move_case(row.case, "end_fulfilment", actor=actor, at=at)
    return taken, row
