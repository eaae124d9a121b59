"""Retire a picture or stretch that was made wrongly: it stays, and nothing new may cite it."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean
from yangguang.records.events.viewing import CuttingRetired
from yangguang.records.models import Derivative, Evidence
from yangguang.records.use_cases._kept_recordings import CLAUSE, must_keep
from yangguang.records.use_cases.ask_for_cutting import CUTTINGS


@transaction.atomic
def retire_cutting(*, derivative_ref: str, reason: str, actor: Account, at: Moment) -> Derivative:
    """Raises Refused without a reason, for a preview, and for one that is evidence: that is excluded, with its own reasons."""
    rows = Derivative.objects.select_for_update(of=("self",)).select_related("source", "body")
    row = rows.get(public_id=derivative_ref)
    must_keep(row.file_ref, actor)
    if row.purpose not in CUTTINGS:
        raise Refused("预览件随原件保存，不单独停用。", CLAUSE)
    if row.retired_at:
        raise Refused("这一件已经停用。", CLAUSE)
    if Evidence.objects.filter(derivative=row).exists():
        raise Refused("这一件已经归入证据，不能停用。", "APL-2021:46.3", remedy="不再采用的，请在证据页排除。")
    row.retire_reason = clean(reason, label="停用理由", most=200, least=1, field="reason")
    row.retired_at, row.retired_by_name = at.recorded_at, actor.actor_name
    row.save(update_fields=["retire_reason", "retired_at", "retired_by_name"])
    event = CuttingRetired(row.get_purpose_display(), row.source.name, row.retire_reason)
    ledger.record(event, subject=row.subject, actor=actor, at=at)
    return row
