"""Tell every evaluated body what was found; the sheets and the letters are made, and the time to object begins."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import calendars, ledger, local_values
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.workdays import add_workdays
from yangguang.supervision.documents import feedback, frame, scoring_sheet
from yangguang.supervision.events import FeedbackGiven
from yangguang.supervision.models import CaseFileEvaluation, FileState
from yangguang.supervision.queries import counted_files
from yangguang.supervision.rules.flow import HOUSE
from yangguang.supervision.summary import last_sheet
from yangguang.supervision.use_cases._round import led, moves

TERM = "evaluation_objection_workdays"
SETTLED = frozenset({FileState.SCORED, FileState.VETOED})


@transaction.atomic
def give_feedback(*, evaluation: CaseFileEvaluation, actor: Account, at: Moment) -> CaseFileEvaluation:
    """Fed back. Raises Refused while a file is not scored or a veto not confirmed."""
    held = led(evaluation, "give_feedback", actor)
    files = list(counted_files(held))
    if open_files := [one for one in files if one.state not in SETTLED]:
        raise Refused(
            f"还有{len(open_files)}卷没有评完：{open_files[0]}（{open_files[0].get_state_display()}）。", HOUSE,
            remedy="全部评分、否决都确认以后再反馈。",
        )  # fmt: skip
    workdays = int(local_values.value(TERM, chain=held.body.public_id, on=at.day))
    held.fed_back_on = at.day
    held.objections_until = add_workdays(at.day, workdays, calendars.in_force()).day
    moves(held, "give_feedback", "fed_back_on", "objections_until")
    for one in files:
        if sheet := last_sheet(one):
            paper = scoring_sheet.sheet(sheet, dated_on=at.day)
            frame.made(held, "scoring_sheet", f"{scoring_sheet.TITLE}（{one}）", paper, actor=actor, at=at)
    for body in held.bodies.order_by("pk"):
        paper = feedback.sheet(held, body, dated_on=at.day)
        frame.made(held, "evaluation_feedback", f"{feedback.TITLE}（{body.name}）", paper, actor=actor, at=at)
    ledger.record(FeedbackGiven(held.objections_until), subject=held.subject, actor=actor, at=at)
    return held
