"""Who wrote, at rest: sealed with a key derived from the site's secret, opened for whoever handles it."""

from __future__ import annotations

import json

from yangguang.base.purpose_keys import box_for
from yangguang.voice.rules.told import Person

PURPOSE = b"yangguang.voice.person"


def seal(person: Person) -> str:
    """As it is stored."""
    return box_for(PURPOSE).encrypt(json.dumps(person.plain(), ensure_ascii=False).encode()).decode("ascii")


def unseal(sealed: str) -> Person:
    """Who it was."""
    known = json.loads(box_for(PURPOSE).decrypt(sealed.encode("ascii")))
    rows = tuple((name, person_id, phone) for name, person_id, phone in known.pop("representatives"))
    return Person(**known, representatives=rows)
