"""Add one worker to a case's roster."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Max

from yangguang.cases.models import Case, RosterWorker
from yangguang.cases.rules.roster_rows import RosterRow
from yangguang.cases.use_cases._roster import amounts_are_free, announce, locked_case
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def add_roster_worker(*, case: Case, row: RosterRow, actor: Account, at: Moment) -> RosterWorker:
    """One more row. A number that already stands in the roster is refused; one taken out before comes back."""
    owner = locked_case(case, actor, "更新劳动者名册")
    amounts_are_free(owner)
    before = owner.workers.filter(person_id=row.person_id).first()
    if before is not None and before.removed_on is None:
        raise Refused(
            f"身份证号码已在名册中（第{before.position}号{before.name}）。",
            field="person_id",
            remedy="请修改已有的一行。",
        )
    last = owner.workers.aggregate(top=Max("position"))["top"] or 0
    worker = before or RosterWorker(case=owner, person_id=row.person_id, position=last + 1)
    worker.name, worker.phone, worker.agent = row.name, row.phone, row.agent
    worker.from_month, worker.to_month, worker.owed_fen = row.from_month, row.to_month, row.owed_fen
    worker.removed_on, worker.removal_reason = None, ""
    worker.save()
    announce(owner, "登记1人", 1, actor, at)
    return worker
