"""Examine an application for credit repair by the conditions of the clause and propose what the head is to decide."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger, local_values
from yangguang.directory.api import Account
from yangguang.disclosure.collecting import private_in
from yangguang.disclosure.events.repairs import RepairExamined
from yangguang.disclosure.models import CreditRepair, RepairStatus
from yangguang.disclosure.policy import publisher_fault
from yangguang.disclosure.repairing import DAYS, conditions
from yangguang.disclosure.rules.repair import CONDITIONS, lacking
from yangguang.disclosure.rules.repair import DAYS as DAYS_CLAUSE
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@transaction.atomic
def examine_repair(
    *, repair_id: int, grants: bool, reasons: str, remedies: str = "", proof: str = "", actor: Account, at: Moment
) -> CreditRepair:
    """Raises Refused to propose granting while a condition fails, and to propose refusing without reasons and remedies."""
    publication = lock_publication(CreditRepair.objects.get(pk=repair_id).publication_id)
    repair = CreditRepair.objects.select_for_update().get(pk=repair_id)
    repair.publication = publication
    if fault := publisher_fault(actor, publication):
        raise Refused(fault, CONDITIONS)
    if repair.status != RepairStatus.ASKED:
        raise Refused(f"这件申请{repair.get_status_display()}，不能再审查。", CONDITIONS)
    _days_are_set(repair, at)
    found = conditions(repair, at.day, proof=proof)
    if grants and not publication.stands:
        raise Refused("这份决定已经停止公开，没有可以修复的公示。", CONDITIONS, field="grants")
    if grants and (fault := lacking(found)):
        raise Refused(f"{fault}，不能同意修复。", CONDITIONS, field="grants", remedy="请拟不予修复并写明理由。")
    if not grants and not (reasons.strip() and remedies.strip()):
        field = "remedies" if reasons.strip() else "reasons"
        raise Refused("不予修复的，应当说明理由和救济渠道。", CONDITIONS, field=field)
    if private := private_in(f"{reasons}\n{remedies}", publication):
        raise Refused(f"答复会在公示网站显示，不能含有“{private}”。", CONDITIONS, field="reasons", remedy="请删去。")
    repair.grants, repair.reasons, repair.remedies = grants, reasons.strip(), "" if grants else remedies.strip()
    repair.proof, repair.return_reason = proof.strip(), ""
    repair.status, repair.examined_by, repair.examined_on = RepairStatus.EXAMINED, actor, at.day
    repair.save()
    event = RepairExamined(publication.number, "拟同意修复" if grants else "拟不予修复")
    ledger.record(event, subject=repair.subject, actor=actor, at=at)
    return repair


def _days_are_set(repair: CreditRepair, at: Moment) -> None:
    try:
        local_values.value(DAYS, chain=repair.publication.body.public_id, on=at.day)
    except Refused as refusal:
        raise Refused(refusal.reason, DAYS_CLAUSE, remedy=refusal.remedy) from None
