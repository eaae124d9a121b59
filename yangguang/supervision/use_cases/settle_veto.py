"""A second person confirms a veto, or gives the file back with the reason."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.supervision.events import VetoSettled
from yangguang.supervision.models import EvaluatedFile, FileState, RoundState
from yangguang.supervision.rules.flow import STANDARD
from yangguang.supervision.rules.scoring import grade_of
from yangguang.supervision.rules.sheets import from_content
from yangguang.supervision.use_cases._round import back_to_feedback, led, locked_file


@transaction.atomic
def settle_veto(*, file: EvaluatedFile, confirms: bool, reason: str = "", actor: Account, at: Moment) -> EvaluatedFile:
    """Vetoed with nought, or back to its evaluator. Raises Refused for the evaluator, and for a no without a reason."""
    round_ = led(file.evaluation, "settle_veto", actor)
    held = locked_file(file, "settle_veto")
    sheet = held.sheets.order_by("-number").first()
    if sheet is None or sheet.evaluator_ref == actor.actor_ref:
        raise Refused("否决项应当由两人确认。", STANDARD, remedy="请由评查人以外的组织人员确认。")
    sheet.settled, sheet.confirmed_by_name = confirms, actor.actor_name
    sheet.settled_reason = clean(reason, label="理由", most=400, least=0 if confirms else 1, field="reason")
    sheet.save(update_fields=["settled", "confirmed_by_name", "settled_reason"])
    if confirms:
        standard = from_content(round_.standard.content)
        held.state, held.score, held.grade = FileState.VETOED, sheet.score, grade_of(standard, sheet.score, vetoed=True)
    else:
        held.state = FileState.OBJECTED if round_.state == RoundState.OBJECTING else FileState.DRAWN
    held.save(update_fields=["state", "score", "grade"])
    back_to_feedback(round_)
    event = VetoSettled(str(held), confirms, sheet.settled_reason)
    ledger.record(event, subject=held.subject, actor=actor, at=at)
    return held
