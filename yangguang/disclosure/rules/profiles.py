"""What each channel shows, as data: one file a channel and region under `disclosure/profiles`, the nearest region first.

A profile says how parties appear and what else goes; minors appear in none. It works on copies still to be made: what was
published is kept as it was released.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from yangguang.disclosure.rules.redaction import NAME, PARTY, Known
from yangguang.statutes.overlays import covers

FOLDER = Path(__file__).resolve().parents[1] / "profiles"
PORTAL, DOUBLE_PUBLICITY = "portal", "double_publicity"
HIDDEN = "hidden"
CODE, MINOR = "统一社会信用代码", "未成年人姓名"
STRONGEST = (MINOR, PARTY, CODE, NAME)  # of two kinds of one text, the one that shows less


@dataclass(frozen=True)
class Field:
    """One item a channel asks for: its code there, what it takes (nothing where a person fills it in there), of whom, and
    whether it may be missing. `with_penalties`: only asked where one of these is imposed. `there`: filled in at the channel
    itself and nowhere here, because it may not leave the file. `hint`: what helps whoever fills it in.
    """

    code: str
    label: str
    takes: str = ""
    required: bool = False
    organisations: bool = False
    persons: bool = False
    there: bool = False
    hint: str = ""
    with_penalties: tuple[str, ...] = ()


@dataclass(frozen=True)
class Named:
    """A party as a profile looks at it."""

    name: str
    code: str
    is_person: bool


@dataclass(frozen=True)
class Profile:
    """How one channel shows parties, what else it hides, and which items it asks for."""

    name: str
    title: str
    channel: str
    region: str
    clause: str
    organisation: str
    person: str
    source: str = ""
    also: tuple[Known, ...] = ()
    fields: tuple[Field, ...] = ()

    def known(self, parties: Iterable[Named], facts: Iterable[Known]) -> tuple[Known, ...]:
        """Everything private for this channel: what the file knows, and what the channel hides of the parties."""
        told = [*facts, *self.also]
        for party in parties:
            if (self.person if party.is_person else self.organisation) == HIDDEN:
                told += [Known(party.name, PARTY), *([Known(party.code, CODE)] if not party.is_person else [])]
        return strongest(told)


def strongest(told: Iterable[Known]) -> tuple[Known, ...]:
    """Each text once, under the kind that shows least of it."""
    found: dict[str, Known] = {}
    for one in told:
        if one.text.strip() and (one.text not in found or _rank(one) < _rank(found[one.text])):
            found[one.text] = one
    return tuple(found.values())


def profile_for(channel: str, region: str) -> Profile:
    """The profile of a channel in a region (GB/T 2260 code); the nearest provision goes first. Raises LookupError."""
    held = [one for one in profiles() if one.channel == channel and covers(one.region, region)]
    if not held:
        raise LookupError(f"no profile for {channel} in {region}")
    return max(held, key=lambda one: len(one.region.rstrip("0")))


@cache
def profiles() -> tuple[Profile, ...]:
    """Every profile there is; one that `extends` another says only what differs."""
    told = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.toml"))}
    return tuple(profile_from({**told.get(str(one.pop("extends", "")), {}), **one}) for one in told.values())


def profile_from(told: Mapping[str, object]) -> Profile:
    """A profile as its file tells it; a word that no profile knows raises TypeError."""
    plain = {name: value for name, value in told.items() if name not in ("also", "field")}
    also = (Known(one["pattern"], one["kind"], is_pattern=True) for one in _tables(told, "also"))
    return Profile(**plain, also=tuple(also), fields=tuple(_field(one) for one in _tables(told, "field")))  # type: ignore[arg-type]


def _field(told: dict[str, Any]) -> Field:
    return Field(**{**told, "with_penalties": tuple(told.get("with_penalties", ()))})


def _tables(told: Mapping[str, object], name: str) -> list[dict[str, Any]]:
    found = told.get(name, [])
    return list(found) if isinstance(found, list) else []


def _rank(one: Known) -> int:
    return STRONGEST.index(one.kind) if one.kind in STRONGEST else len(STRONGEST)
