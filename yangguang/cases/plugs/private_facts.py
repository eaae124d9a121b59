"""Who complained, informed or stood for others is private before all others (LSR-2004:9.3)."""

from __future__ import annotations

from collections.abc import Iterable

from yangguang.cases import named_in
from yangguang.cases.kinds.labour.queries import identities_of, leads_of
from yangguang.cases.known_persons import PrivateFact, private_source
from yangguang.cases.models import Case

__all__ = ["named_in"]


@private_source("informants")
def of_informants(case: Case) -> Iterable[PrivateFact]:
    """Unsealed for comparing only; nothing says as what a person is known."""
    for identity in identities_of(leads_of(case)):
        yield PrivateFact(identity.name)
        yield PrivateFact(identity.person_id, "证件号码")
        yield PrivateFact(identity.phone, "电话号码")
