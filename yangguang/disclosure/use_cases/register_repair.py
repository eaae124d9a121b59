"""Register an application for credit repair: from the public site once, or recorded at the desk by a publisher."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor, SystemActor
from yangguang.disclosure.events.repairs import RepairAsked
from yangguang.disclosure.models import CreditRepair, Publication
from yangguang.disclosure.models.credit_repair import OPEN
from yangguang.disclosure.policy import publisher_fault
from yangguang.disclosure.rules.repair import CONDITIONS
from yangguang.disclosure.use_cases._lock import lock_publication
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import clean

FIELDS = (("done", "纠正和履行情况", 1000, True), ("commitment", "信用承诺", 1000, True),
          ("name", "申请人", 60, False), ("contact", "联系方式", 120, False))  # fmt: skip


@transaction.atomic
def register_repair(
    *, publication_id: int, told: Mapping[str, str], received_at: datetime, actor: Actor, at: Moment, receipt: str = ""
) -> CreditRepair:
    """Keep it beside the publication. Raises Refused for what is not public, and while another one is open."""
    publication = lock_publication(publication_id)
    if not isinstance(actor, SystemActor) and (fault := publisher_fault(actor, publication)):
        raise Refused(fault, CONDITIONS)
    if receipt and (known := CreditRepair.objects.filter(receipt=receipt).first()):
        return known
    if not receipt:
        _may_be_recorded(publication, received_at, at)
    text = {
        name: clean(str(told.get(name, "")), label=label, most=most, least=1, lines=lines)
        for name, label, most, lines in FIELDS
    }
    repair = CreditRepair.objects.create(
        receipt=receipt or None, publication=publication, asked_by_name=text["name"], contact=text["contact"],
        done=text["done"], commitment=text["commitment"], received_at=received_at,
    )  # fmt: skip
    event = RepairAsked(publication.number, "网上" if receipt else "窗口")
    ledger.record(event, subject=repair.subject, actor=actor, at=at)
    return repair


def _may_be_recorded(publication: Publication, received_at: datetime, at: Moment) -> None:
    """What came by the public site is kept in any case and answered; at the desk it is said at once."""
    if not publication.stands:
        raise Refused(f"这条公示信息{publication.get_status_display()}，没有可以修复的公示。", CONDITIONS)
    if not publication.term_grade:
        raise Refused("这份决定不属于分级的失信信息，不适用信用修复。", CONDITIONS)
    if publication.repairs.filter(status__in=OPEN).exists():
        raise Refused("已经有一件信用修复申请在办理。", CONDITIONS, remedy="请先办完那一件。")
    if received_at > at.occurred_at:
        raise Refused("收到日期不能晚于今天。", CONDITIONS, field="received_on")
