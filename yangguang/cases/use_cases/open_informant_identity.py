"""Open who told: for named handlers only, and every look is an act in the ledger (LSR-2004:9.3)."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from yangguang.base import ledger
from yangguang.cases.events.labour import InformantIdentityOpened
from yangguang.cases.kinds.labour.policy import may_open_identity
from yangguang.cases.kinds.labour.sealing import Identity, unseal
from yangguang.cases.models import Lead
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lead_steps import locked
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused


@dataclass(frozen=True)
class Told:
    """One person who told, as shown to a named handler."""

    part: str
    who: Identity


@transaction.atomic
def open_informant_identity(*, lead: Lead, reason: str, actor: Account, at: Moment) -> list[Told]:
    """The identities of a lead. Refused to everyone who is not named, of whatever rank; the reason is kept."""
    row = locked(lead)
    if not may_open_identity(actor, row):
        raise Refused(
            "您不能查看投诉人、举报人的身份。",
            "LSR-2004:9.3",
            remedy="只有本线索的承办人可以查看，登记人在转交前可以查看。",
        )
    why = worded(reason, label="查看事由", field="reason", most=200)
    if not row.informants.exists():
        raise Refused("这条线索没有登记身份。", "LSR-2004:9.3")
    ledger.record(InformantIdentityOpened(row.number, why), subject=row.subject, actor=actor, at=at)
    return [Told(one.get_part_display(), unseal(one.sealed)) for one in row.informants.order_by("position", "pk")]
