"""Addresses of pages by name; each pattern is worked out once, as a list writes scores of them."""

from __future__ import annotations

import re
from functools import lru_cache

from django.urls import NoReverseMatch, get_script_prefix, get_urlconf, reverse

REF = re.compile("[a-z2-7]{26}")
LIKE_A_REF = ("a" * 26, "b" * 26, "c" * 26)


def address_of(name: str, *values: object) -> str:
    """The address of a page, empty where this site does not have it."""
    if len(values) <= len(LIKE_A_REF) and all(type(one) is str and REF.fullmatch(one) for one in values):
        pattern = _pattern(get_script_prefix(), get_urlconf(), name, len(values))
        if pattern is not None:
            return pattern.format(*values)
    return _reversed(name, values)


@lru_cache(maxsize=1024)
def _pattern(_prefix: str, _urlconf: str | None, name: str, refs: int) -> str | None:
    """The address with a gap for each public id; None where it cannot be written so."""
    address = _reversed(name, LIKE_A_REF[:refs])
    if not address or "{" in address or any(address.count(ref) != 1 for ref in LIKE_A_REF[:refs]):
        return None
    for number, ref in enumerate(LIKE_A_REF[:refs]):
        address = address.replace(ref, f"{{{number}}}")
    return address


def _reversed(name: str, values: tuple[object, ...]) -> str:
    try:
        return reverse(name, args=values)
    except NoReverseMatch:
        return ""
