"""Names, codes and numbers of people and companies that do not exist; every check character is right."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any

from yangguang.kernel import credit_codes, person_ids
from yangguang.kernel.chance import Source

CONTENT = Path(__file__).resolve().parent / "content"
REGION = "419901"  # a region code that was never given out
OLDEST, YOUNGEST = date(1968, 1, 1), date(2003, 12, 31)


def content(name: str) -> dict[str, Any]:
    """One file of the county's content."""
    return tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))


def credit_code(number: int) -> str:
    """The code of the county's so-manieth company."""
    bare = f"91{REGION}MA6{number:06d}"
    return bare + credit_codes.check_character(bare)


def person_id(source: Source, number: int) -> str:
    """An identity number; `number` keeps two people of one birthday apart."""
    born = OLDEST + timedelta(days=source.randrange((YOUNGEST - OLDEST).days))
    head = f"{REGION}{born:%Y%m%d}{number % 1000:03d}"
    return head + person_ids.check_character(f"{head}0")


def person_name(source: Source) -> str:
    """A name of two or three characters."""
    known = _people()
    given = source.choice(known["given"])
    return str(source.choice(known["families"]) + given)


@lru_cache(maxsize=1)
def _people() -> dict[str, Any]:
    return content("people")


def mobile(source: Source) -> str:
    """A number no operator gives out."""
    return f"100{source.randrange(10**8):08d}"
