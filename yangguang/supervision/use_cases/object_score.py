"""An evaluated body objects to a score."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_days import in_words
from yangguang.kernel.written_text import clean
from yangguang.supervision.events import ScoreObjected
from yangguang.supervision.models import EvaluatedFile, FileState, ScoreObjection
from yangguang.supervision.policy import answers_for
from yangguang.supervision.rules.flow import HOUSE
from yangguang.supervision.use_cases._round import locked, locked_file, moves


@transaction.atomic
def object_score(*, file: EvaluatedFile, reason: str, actor: Account, at: Moment) -> ScoreObjection:
    """Waits for another evaluator. Raises Refused without a reason, for another body's file, and after the last day."""
    if not answers_for(actor, file):
        raise Refused("提出异议的是被评查单位。", HOUSE, remedy="请由被评查单位的承办机构负责人或者法制人员提出。")
    round_ = locked(file.evaluation, "object_score")
    held = locked_file(file, "object_score")
    if round_.objections_until is not None and at.day > round_.objections_until:
        raise Refused(f"异议期已过（至{in_words(round_.objections_until)}）。", HOUSE, remedy="可以在整改报告中说明。")
    objection = ScoreObjection.objects.create(
        file=held, objected_by_name=actor.actor_name, objected_on=at.day,
        reason=clean(reason, label="异议理由", most=2000, least=1, lines=True, field="reason"),
    )  # fmt: skip
    held.state = FileState.OBJECTED
    held.save(update_fields=["state"])
    moves(round_, "object_score")
    ledger.record(ScoreObjected(str(held)), subject=held.subject, actor=actor, at=at)
    return objection
