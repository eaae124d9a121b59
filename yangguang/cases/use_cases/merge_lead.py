"""Merge a lead into another about the same employer. Its complainants stay its own, and each is answered."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.labour import LeadMerged
from yangguang.cases.kinds.labour.queries import same_employer
from yangguang.cases.models import Lead
from yangguang.cases.use_cases._lead_steps import checked_step, locked, moved
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def merge_lead(*, lead: Lead, into: Lead, actor: Account, at: Moment) -> Lead:
    """Join a lead to an open one, or to one that became a case. Refused for another employer or body, and for a circle."""
    first, second = sorted((lead.pk, into.pk))
    rows = {row.pk: row for row in Lead.objects.select_for_update().filter(pk__in=(first, second)).order_by("pk")}
    row, target = rows[lead.pk], rows.get(into.pk, lead)
    if row.pk == target.pk:
        raise Refused("不能并入自己。", field="into", remedy="请另选一条线索。")
    if not same_employer(row).filter(pk=target.pk).exists():
        raise Refused(
            "两条线索不是同一用人单位，或者对方已经办结，不能合并。", "LSR-2004:14.2", field="into",
            remedy="请核对统一社会信用代码和名称。",
        )  # fmt: skip
    step = checked_step(row, "merge_lead", actor=actor, at=at)

    row.merged_into, row.case = target, target.case
    moved(row, step, at=at)
    for follower in Lead.objects.filter(merged_into=row):
        follower.merged_into = target
        follower.save(update_fields=["merged_into"])
    ledger.record(LeadMerged(row.number, target.number), subject=row.subject, actor=actor, at=at)
    return locked(row)
