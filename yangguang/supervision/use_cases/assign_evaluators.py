"""Give every file to somebody who had no part in it; the automatic checks follow."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.supervision.events import EvaluatorsAssigned
from yangguang.supervision.models import CaseFileEvaluation
from yangguang.supervision.queries import counted_files, evaluators_for
from yangguang.supervision.rules.flow import HOUSE
from yangguang.supervision.use_cases._round import led, moves
from yangguang.supervision.use_cases._sheet import independent


@transaction.atomic
def assign_evaluators(
    *, evaluation: CaseFileEvaluation, evaluators: Mapping[str, Account], actor: Account, at: Moment
) -> CaseFileEvaluation:
    """All files at once, by their reference. Raises Refused for a file without evaluator, and for one who had a part in it."""
    held = led(evaluation, "assign_evaluators", actor)
    known = {one.pk for one in evaluators_for(held, at.day)}
    files = list(counted_files(held))
    for file in files:
        chosen = evaluators.get(file.public_id)
        if chosen is None or chosen.pk not in known:
            raise Refused(f"{file}还没有评查人。", HOUSE, remedy="请给每一卷选择评查人。")
        independent(file, chosen)
        file.evaluator = chosen
        file.save(update_fields=["evaluator"])
    moves(held, "assign_evaluators")
    ledger.record(EvaluatorsAssigned(len(files)), subject=held.subject, actor=actor, at=at)
    return held
