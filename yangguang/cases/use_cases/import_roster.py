"""Import a worker roster from a sheet: all rows or none; who stands in the roster already is brought up to date."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max

from yangguang.cases.kinds.labour.roster_sheet import rows_of
from yangguang.cases.models import Case, RosterWorker
from yangguang.cases.rules.roster_rows import RosterRow
from yangguang.cases.use_cases._roster import amounts_are_free, announce, locked_case
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.money import in_figures
from yangguang.kernel.refusal import Refused


@dataclass(frozen=True)
class Imported:
    """How many rows came in new and how many changed."""

    added: int
    changed: int


@transaction.atomic
def import_roster(*, case: Case, content: bytes, actor: Account, at: Moment) -> Imported:
    """Read the sheet again and keep it. Any faulty row refuses the whole sheet, with row and column of every fault."""
    owner = locked_case(case, actor, "导入劳动者名册")
    amounts_are_free(owner)
    rows = rows_of(content, today=at.day)
    known = {w.person_id: w for w in RosterWorker.objects.select_for_update().filter(case=owner).order_by("pk")}
    last = owner.workers.aggregate(top=Max("position"))["top"] or 0
    new, changed = [], []
    for number, row in rows:
        worker = known.get(row.person_id)
        if worker is None:
            last += 1
            new.append(_filled(RosterWorker(case=owner, person_id=row.person_id, position=last), row))
            continue
        if row.owed_fen < worker.paid_fen:
            raise Refused(
                f"第{number}行“应付金额（元）”：少于已付的{in_figures(worker.paid_fen)}元。", field="file",
                remedy="请改好后重新上传。",
            )  # fmt: skip
        changed.append(_filled(worker, row))
    RosterWorker.objects.bulk_create(new, batch_size=500)
    RosterWorker.objects.bulk_update(changed, CHANGED, batch_size=500)
    announce(owner, f"导入{len(rows)}人", len(rows), actor, at)
    return Imported(len(new), len(changed))


CHANGED = ("name", "phone", "agent", "from_month", "to_month", "owed_fen", "removed_on", "removal_reason")


def _filled(worker: RosterWorker, row: RosterRow) -> RosterWorker:
    worker.name, worker.phone, worker.agent = row.name, row.phone, row.agent
    worker.from_month, worker.to_month, worker.owed_fen = row.from_month, row.to_month, row.owed_fen
    worker.removed_on, worker.removal_reason = None, ""
    return worker
