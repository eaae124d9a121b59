"""What citizens sent in is taken over every minute; what was answered goes back to the public site."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from yangguang.base.jobs import scheduled
from yangguang.base.outbox import listener
from yangguang.bulletin.api import put_reply
from yangguang.disclosure import letter_box
from yangguang.disclosure.events.objections import ObjectionAnswered
from yangguang.disclosure.events.repairs import RepairDecided
from yangguang.disclosure.models import CreditRepair, Objection


@scheduled("disclosure.collect_objections", title="收取网上提交的更正和信用修复申请", every=timedelta(minutes=1))
def collect_objections() -> int:
    """How many came in."""
    return letter_box.collect()


@scheduled("disclosure.objection_days", title="公示异议的最晚答复日期告知申请人", every=timedelta(days=1))
def tell_days() -> int:
    """A calendar of another year may move them; how many changed."""
    return letter_box.tell_due_days()


@listener(ObjectionAnswered, name="disclosure.objection_reply")
def tell_reply(entry: Any) -> None:
    """Outcome and answer for the holder of the receipt; nothing about who asked."""
    objection = Objection.objects.get(public_id=entry.facts["objection_ref"])
    reply = "\n".join(part for part in (objection.reply, objection.remedies) if part)
    put_reply(
        objection.receipt,
        outcome=objection.get_outcome_display(),
        reply=reply,
        on=objection.answered_on,  # type: ignore[arg-type]
    )


@listener(RepairDecided, name="disclosure.repair_reply")
def tell_repair(entry: Any) -> None:
    """The decision for the holder of the receipt; one recorded at the desk is told on paper."""
    repair = CreditRepair.objects.get(public_id=entry.facts["repair_ref"])
    if repair.receipt and repair.decided_on:
        reply = "\n".join(part for part in (repair.reasons, repair.remedies) if part)
        put_reply(repair.receipt, outcome=repair.get_status_display(), reply=reply, on=repair.decided_on)
