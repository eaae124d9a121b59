"""Give a file somebody objected about to another evaluator."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.supervision.events import EvaluatorsAssigned
from yangguang.supervision.models import EvaluatedFile
from yangguang.supervision.queries import evaluators_for
from yangguang.supervision.rules.flow import HOUSE
from yangguang.supervision.use_cases._round import led, locked_file
from yangguang.supervision.use_cases._sheet import independent


@transaction.atomic
def assign_rechecker(*, file: EvaluatedFile, evaluator: Account, actor: Account, at: Moment) -> EvaluatedFile:
    """Another one rechecks. Raises Refused for whoever scored it first, had a part in the file, or confirmed its veto."""
    round_ = led(file.evaluation, "recheck_file", actor)
    held = locked_file(file, "recheck_file")
    if evaluator.pk not in {one.pk for one in evaluators_for(round_, at.day)}:
        raise Refused("复评人不在可以评查的人员之内。", HOUSE, field="evaluator", remedy="请从列表中选择。")
    confirmed = set(held.sheets.values_list("confirmed_by_name", flat=True))
    if evaluator.pk == held.evaluator_id or evaluator.actor_name in confirmed:
        raise Refused("复评应当由另一名评查人进行。", HOUSE, field="evaluator", remedy="请选择没有评过这一卷的人。")
    independent(held, evaluator)
    held.rechecker = evaluator
    held.save(update_fields=["rechecker"])
    ledger.record(EvaluatorsAssigned(1), subject=held.subject, actor=actor, at=at)
    return held
