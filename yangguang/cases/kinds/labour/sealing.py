"""Identities of informants at rest: sealed with a key derived from the site's secret, opened only to be shown or compared."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from yangguang.base.purpose_keys import box_for

PURPOSE = b"yangguang.cases.informant"


@dataclass(frozen=True)
class Identity:
    """Who told: name, identity number and phone."""

    name: str
    person_id: str = ""
    phone: str = ""

    def words(self) -> tuple[str, ...]:
        """Every stretch of text that would give the person away."""
        return tuple(word for word in (self.name, self.person_id, self.phone) if len(word) > 1)


def seal(identity: Identity) -> str:
    """The identity as it is stored."""
    return box_for(PURPOSE).encrypt(json.dumps(asdict(identity), ensure_ascii=False).encode()).decode("ascii")


def unseal(sealed: str) -> Identity:
    """The identity that was stored."""
    return Identity(**json.loads(box_for(PURPOSE).decrypt(sealed.encode("ascii"))))
