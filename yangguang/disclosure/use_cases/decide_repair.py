"""Decide an application for credit repair: a second person, the agency head; granted, the publication ends early."""

from __future__ import annotations

from yangguang.base import ledger
from yangguang.directory.api import Account, asks_code, reauthenticate
from yangguang.disclosure.events.repairs import PublicationRepaired, RepairDecided
from yangguang.disclosure.models import CreditRepair, Publication, PublicationStatus, RepairStatus
from yangguang.disclosure.policy import is_same_person, may_decide_repair
from yangguang.disclosure.repairing import conditions
from yangguang.disclosure.rules.repair import CONDITIONS, EFFECT, lacking
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

SAME_PERSON = "审查和决定应当由不同的人办理：这件申请是您审查的，或者审查人与您同名。"
SEND_BACK = "请写明理由退回，由审查人重新审查，拟不予修复的说明理由和救济渠道。"


@asks_code
def decide_repair(
    *, repair_id: int, agrees: bool, opinion: str = "", code: str, actor: Account, at: Moment
) -> CreditRepair:
    """Agree to what was proposed, or send it back with a reason. The conditions are asked once more before it is granted."""
    publication = lock_publication(CreditRepair.objects.get(pk=repair_id).publication_id)
    repair = CreditRepair.objects.select_for_update(of=("self",)).select_related("examined_by").get(pk=repair_id)
    repair.publication = publication
    if not may_decide_repair(actor, publication):
        raise Refused("信用修复由本机关负责人决定。", CONDITIONS, remedy="请交本机关负责人决定。")
    if repair.status != RepairStatus.EXAMINED or repair.examined_by is None:
        raise Refused(f"这件申请{repair.get_status_display()}，不能决定。", CONDITIONS, remedy=_way_on(repair))
    if is_same_person(repair.examined_by, actor):
        raise Refused(SAME_PERSON, CONDITIONS, remedy="请由本机关另一名负责人决定。")
    if not agrees and not opinion.strip():
        raise Refused("退回应当写明理由。", CONDITIONS, field="opinion", remedy="请写明哪一项要重新审查、为什么。")
    if agrees and repair.grants:
        _still_holds(repair, publication, at)
    reauthenticate(actor, code, purpose="repair")
    if not agrees:
        repair.status, repair.return_reason = RepairStatus.ASKED, opinion.strip()
    else:
        repair.status = RepairStatus.GRANTED if repair.grants else RepairStatus.REFUSED
        repair.decided_by, repair.decided_on = actor, at.day
    repair.save()
    result = "退回审查" if not agrees else repair.get_status_display()
    ledger.record(
        RepairDecided(publication.number, repair.public_id, result), subject=repair.subject, actor=actor, at=at
    )
    if repair.status == RepairStatus.GRANTED:
        _end(publication, actor, at)
    return repair


def _way_on(repair: CreditRepair) -> str:
    if repair.status == RepairStatus.ASKED:
        return "请先由公示员审查、提出意见。"
    return "这件申请已经办结；当事人另有新的情况的，可以再次申请。"


def _still_holds(repair: CreditRepair, publication: Publication, at: Moment) -> None:
    if not publication.stands:
        raise Refused("这份决定已经停止公开，没有可以修复的公示。", CONDITIONS, remedy=SEND_BACK)
    if fault := lacking(conditions(repair, at.day)):
        raise Refused(f"{fault}，不能同意修复。", CONDITIONS, remedy=SEND_BACK)


def _end(publication: Publication, actor: Account, at: Moment) -> None:
    publication.versions.filter(released_on=None).delete()
    publication.status, publication.ended_on = PublicationStatus.REPAIRED, at.day
    publication.save(update_fields=["status", "ended_on"])
    event = PublicationRepaired(publication.number, publication.public_id, at.day, EFFECT)
    ledger.record(event, subject=publication.subject, actor=actor, at=at)
