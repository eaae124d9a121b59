"""Wording guides: how the words of a long field are written, folded beside it; data of the context the form belongs to.

`wording.toml` of a context has a table for each module and a line for each `Form.field` (`answer_*` stands for every field that
begins so): a sample, what to mind, and where people really err what is often written instead. Labels that mean the same
everywhere are worded once, here.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "yangguang."
Key = tuple[str, str, str]


@dataclass(frozen=True)
class Guide:
    """One guide: what to write and why; what is often written instead, where people really err."""

    right: str
    why: str
    wrong: str = ""


@cache
def labels() -> dict[str, Guide]:
    """The guides of labels that mean the same everywhere."""
    told = tomllib.loads((ROOT / "base" / "wording.toml").read_text(encoding="utf-8"))
    return {label: Guide(*words) for label, words in told["labels"].items()}


@cache
def guides_of(context: str) -> dict[Key, Guide]:
    """The guides of a context by module, form and field."""
    file = ROOT / context / "wording.toml"
    if context == "base" or not file.exists():
        return {}
    told = tomllib.loads(file.read_text(encoding="utf-8"))
    return {(module, *_split(place)): Guide(*words) for module, rows in told.items() for place, words in rows.items()}


def guide_beside(form: type, field: str, label: str) -> Guide | None:
    """The guide of a field: that of the form, of the form it grew out of, or of its label."""
    for one in form.__mro__:
        if not one.__module__.startswith(PACKAGE):
            continue
        context, _, module = one.__module__.removeprefix(PACKAGE).partition(".")
        known = guides_of(context)
        for name in (field, f"{field.partition('_')[0]}_*"):
            if (found := known.get((module, one.__name__, name))) is not None:
                return found
    return labels().get(label)


def _split(place: str) -> tuple[str, str]:
    form, _, field = place.partition(".")
    return form, field
