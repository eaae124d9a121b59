"""The head makes the result of a round known within the body: no party is named, nobody is ranked."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.supervision.events import ResultPublished
from yangguang.supervision.models import CaseFileEvaluation
from yangguang.supervision.queries import counted_files
from yangguang.supervision.rules.flow import REGULAR
from yangguang.supervision.rules.quota import no_quota
from yangguang.supervision.use_cases._round import decided, moves


@transaction.atomic
def publish_result(*, evaluation: CaseFileEvaluation, actor: Account, at: Moment) -> CaseFileEvaluation:
    """Closed. Raises Refused where the words name a party of a file or rank by fines."""
    held = decided(evaluation, "publish_result", actor)
    no_quota(held.summary, field="summary")
    names = {party.name for file in counted_files(held) for party in file.case.parties.order_by("pk")}
    if found := next((name for name in sorted(names) if name and name in held.summary), ""):
        raise Refused(f"总体评价写了当事人“{found}”，不能公布。", REGULAR, remedy="公布的结果应当隐去当事人。")
    held.published_on = at.day
    moves(held, "publish_result", "published_on")
    ledger.record(ResultPublished(held.title), subject=held.subject, actor=actor, at=at)
    return held
