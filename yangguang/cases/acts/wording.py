"""Wording guides: short examples of right and wrong words, shown folded beside the fields where inspectors really err."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).with_name("wording.toml")


@dataclass(frozen=True)
class Guide:
    """One guide: what is often written, what to write instead, and why."""

    acts: tuple[str, ...]
    fields: tuple[str, ...]
    wrong: str
    right: str
    why: str


@lru_cache(maxsize=1)
def guides() -> tuple[Guide, ...]:
    """Every guide, in the order of the file."""
    told = tomllib.loads(FILE.read_text(encoding="utf-8"))["guide"]
    return tuple(Guide(tuple(g["acts"]), tuple(g["fields"]), g["wrong"], g["right"], g["why"]) for g in told)


def guide_for(act: str, field: str) -> Guide | None:
    """The guide beside a field of the form of an act; `text_*` stands for every field that begins so."""
    for guide in guides():
        if act in guide.acts and any(field == name or _begins(field, name) for name in guide.fields):
            return guide
    return None


def _begins(field: str, name: str) -> bool:
    return name.endswith("*") and field.startswith(name[:-1])
