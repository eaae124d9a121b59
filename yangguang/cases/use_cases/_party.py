"""A party as it was typed becomes a row of the case: its code checked, its birthday read from it, its counterpart tied."""

from __future__ import annotations

from yangguang.base.events import Actor
from yangguang.cases.models import Case, Party
from yangguang.cases.rules.counterpart_facts import IDENTITY, Told, checked_code
from yangguang.cases.rules.opening import PartyFacts
from yangguang.cases.use_cases._counterparts import Source, tied
from yangguang.kernel.moment import Moment
from yangguang.kernel.person_ids import parse_person_id


def keep_party(case: Case, facts: PartyFacts, position: int, act: str, actor: Actor, at: Moment) -> Party:
    """``act`` says in words where the party was told of. Raises Refused beside the code when it is wrong."""
    code_kind, code = checked_code(facts.kind, facts.code_kind, facts.code, at.day, field="party_code")
    birth_date = facts.birth_date or (parse_person_id(code).born_on if code_kind == IDENTITY else None)
    told = Told(
        facts.kind, facts.name.strip(), code, code_kind, facts.address.strip(), facts.legal_representative.strip()
    )
    source = Source(case.body, f"{act}（{case.number}）", actor.actor_name, at, established=True, case=case)
    return Party.objects.create(
        case=case, counterpart=tied(told, source, chosen_ref=facts.counterpart_ref),
        kind=facts.kind, name=facts.name.strip(), code=code, position=position, birth_date=birth_date,
        legal_representative=facts.legal_representative.strip(), address=facts.address.strip(),
        phone=facts.phone.strip(),
    )  # fmt: skip
