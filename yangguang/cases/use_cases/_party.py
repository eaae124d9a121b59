"""A party as it was typed becomes a row of the case: its code checked, its birthday read from it."""

from __future__ import annotations

from yangguang.cases.models import Case, Party
from yangguang.cases.rules.opening import PartyFacts
from yangguang.kernel.credit_codes import parse_credit_code
from yangguang.kernel.moment import Moment
from yangguang.kernel.person_ids import parse_person_id


def keep_party(case: Case, facts: PartyFacts, position: int, at: Moment) -> Party:
    """Raises Refused beside the code when its check character is wrong."""
    code, birth_date = facts.code.strip(), facts.birth_date
    if code and facts.kind == "person":
        parsed = parse_person_id(code, at.day, field="party_code")
        code, birth_date = parsed.number, birth_date or parsed.born_on
    elif code:
        code = parse_credit_code(code, field="party_code")
    return Party.objects.create(
        case=case, kind=facts.kind, name=facts.name.strip(), code=code, position=position, birth_date=birth_date,
        legal_representative=facts.legal_representative.strip(), address=facts.address.strip(),
        phone=facts.phone.strip(),
    )  # fmt: skip
