"""Text as it is compared while looking for what to hide: wide signs narrow, hidden signs gone, places kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

BETWEEN = re.compile(r"[\s·•・‧∙⋅\-‐‑–—－_.．,，/／]")


@dataclass(frozen=True)
class Folded:
    """A text made comparable, and for each of its signs the place in the original."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the folded text stands in the original."""
        return self.places[start], self.places[end - 1] + 1


def folded(text: str, *, squeezed: bool = False) -> Folded:
    """NFKC sign by sign, lower case, hidden signs dropped; `squeezed` drops spaces, dots and dashes as well."""
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        if unicodedata.category(sign) in {"Cf", "Mn", "Me"}:
            continue
        for plain in unicodedata.normalize("NFKC", sign).lower():
            if unicodedata.category(plain) in {"Cf", "Mn", "Me"} or (squeezed and BETWEEN.match(plain)):
                continue
            signs.append(plain)
            places.append(place)
    return Folded("".join(signs), tuple(places))


@lru_cache(maxsize=1024)
def _key_of(wanted: str) -> str:
    return folded(wanted, squeezed=True).text


def occurrences(text: Folded, wanted: str) -> Iterator[tuple[int, int]]:
    """Every place in the original where a text stands, however it is spaced, dotted or widened."""
    key = _key_of(wanted)
    start = text.text.find(key) if key else -1
    while start >= 0:
        yield text.span(start, start + len(key))
        start = text.text.find(key, start + 1)
