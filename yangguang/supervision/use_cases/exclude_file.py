"""Leave a drawn file out, with the reason; the next one in the order of the draw takes its place."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.api import Case
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.supervision.events import FileExcluded
from yangguang.supervision.models import EvaluatedFile, FileState, TakenBy
from yangguang.supervision.rules.draw import Listed, substitute
from yangguang.supervision.rules.flow import REGULAR
from yangguang.supervision.use_cases._round import led, locked_file, moves


@transaction.atomic
def exclude_file(*, file: EvaluatedFile, reason: str, actor: Account, at: Moment) -> EvaluatedFile | None:
    """The file that takes its place; None for one that had been added on purpose. Raises Refused where none is left."""
    held = led(file.evaluation, "exclude_file", actor)
    gone = locked_file(file, "exclude_file")
    gone.reason = clean(reason, label="剔除理由", most=400, least=1, field="reason")
    gone.state = FileState.EXCLUDED
    gone.save(update_fields=["state", "reason"])
    taken = None if gone.taken_by == TakenBy.TARGETED else _next(gone)
    moves(held, "exclude_file")
    event = FileExcluded(gone.case.number, gone.reason, taken.case.number if taken else "")
    ledger.record(event, subject=gone.subject, actor=actor, at=at)
    return taken


def _next(gone: EvaluatedFile) -> EvaluatedFile:
    held = gone.evaluation
    listed = [Listed(**one) for one in held.listed]
    used = list(held.files.values_list("case__public_id", flat=True))
    found = substitute(listed, seed=held.seed, stratum=gone.stratum, used=used)
    if found is None:
        raise Refused(
            "剔除后应当按次序递补。", REGULAR, field="reason",
            remedy="名单的这一层已经没有可以递补的案卷；确需剔除的，取消本次评查后重新计划。",
        )  # fmt: skip
    case = Case.objects.select_related("body").get(public_id=found.ref)
    return EvaluatedFile.objects.create(
        evaluation=held, case=case, body=case.body, stratum=found.stratum, taken_by=TakenBy.SUBSTITUTE,
        position=held.files.count() + 1,
    )  # fmt: skip
