"""Add a party the investigation has found: the responsible person beside the employer, a branch beside its company."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.investigating import PartyAdded
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Party
from yangguang.cases.rules.opening import PartyFacts
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases._party import keep_party
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

CLAUSE = "APL-2021:54.1"


@transaction.atomic
def add_party(
    *, case_id: int, facts: PartyFacts, reason: str, actor: Account, at: Moment, seen_version: int | None = None
) -> Party:
    """Each party is told, heard and served on its own. Raises Refused for one that is there already."""
    case = lock_case(case_id, seen_version=seen_version)
    if not facts.name.strip() or not reason.strip():
        raise Refused(
            "追加当事人应当写明姓名或者名称和理由。", CLAUSE, field="party_name" if reason.strip() else "reason"
        )
    keep_secret(case, {"reason": reason})
    taken = take(Taking(FLOWS["penalty"], case, "add_party", actor, at))
    there = list(case.parties.order_by("position", "pk"))
    party = keep_party(case, facts, len(there) + 1, "追加当事人", actor, at)
    if any(one.name == party.name and one.code == party.code for one in there):
        raise Refused("该当事人已经在本案中。", CLAUSE, field="party_name")
    announce(taken, PartyAdded(party.get_kind_display(), reason.strip()), actor=actor, at=at)
    return party
