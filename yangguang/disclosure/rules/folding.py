"""Text as it is compared while looking for what to hide: wide signs narrow, hidden signs gone, places kept."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

BETWEEN = re.compile(r"[\s·•・‧∙⋅\-‐‑–—－_.．,，/／\\|*~'\"“”‘’+=^#、`´]")
UNSEEN = frozenset("\u115f\u1160\u2800\u3164\uffa0")  # blank signs that are letters to Unicode
APART = re.compile(r"(?<=[\u4e00-\u9fff\u3400-\u4dbf])([ \t·•・‧∙⋅.\-_*/|])(?=[\u4e00-\u9fff\u3400-\u4dbf])")
KEPT = frozenset("\n\r\t")
NUMERALS = str.maketrans("〇零○洞一幺壹二贰两三叁四肆五伍六陆七柒拐八捌九玖", "0000111222334455667778899")


@dataclass(frozen=True)
class Folded:
    """A text made comparable, and for each of its signs the place in the original."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the folded text stands in the original."""
        return self.places[start], self.places[end - 1] + 1


@lru_cache(maxsize=512)
def folded(text: str, *, squeezed: bool = False) -> Folded:
    """NFKC sign by sign, lower case, hidden signs dropped; `squeezed` drops spaces, dots and dashes as well.

    One text is read many times in a row: to find, to ask, to hide until nothing is left.
    """
    signs: list[str] = []
    places: list[int] = []
    for place, sign in enumerate(text):
        for plain in _plain(sign, squeezed):
            signs.append(plain)
            places.append(place)
    return Folded("".join(signs), tuple(places))


@lru_cache(maxsize=65536)
def _plain(sign: str, squeezed: bool) -> str:
    """What one sign is compared as; nothing for a hidden one."""
    if _is_unseen(sign):
        return ""
    narrow = unicodedata.normalize("NFKC", sign).lower()
    return "".join(one for one in narrow if not _is_unseen(one) and not (squeezed and BETWEEN.match(one)))


@lru_cache(maxsize=1024)
def key_of(wanted: str) -> str:
    """A text as it is looked for: folded and squeezed. Asked of the same few names again and again."""
    return folded(wanted, squeezed=True).text


def _is_unseen(sign: str) -> bool:
    return sign in UNSEEN or (unicodedata.category(sign) in {"Cf", "Cc", "Mn", "Me"} and sign not in KEPT)


def counted(plain: Folded) -> Folded:
    """The same with Chinese numerals as digits, sign by sign: 一三八 reads 138."""
    return Folded(plain.text.translate(NUMERALS), plain.places)


def together(plain: Folded) -> Folded:
    """The same without single blanks and dots between two Chinese signs: 王 小 明 reads 王小明."""
    apart = {match.start(1) for match in APART.finditer(plain.text)}
    kept = [at for at in range(len(plain.text)) if at not in apart]
    return Folded("".join(plain.text[at] for at in kept), tuple(plain.places[at] for at in kept))


def occurrences(text: Folded, wanted: str) -> Iterator[tuple[int, int]]:
    """Every place in the original where a text stands, however it is spaced, dotted or widened."""
    key = key_of(wanted)
    start = text.text.find(key) if key else -1
    while start >= 0:
        yield text.span(start, start + len(key))
        start = text.text.find(key, start + 1)


def outside(places: Iterable[tuple[int, int]], text: Folded, phrases: Iterable[str]) -> Iterator[tuple[int, int]]:
    """The places that do not lie inside one of the phrases: 高明 of 佛山市高明区 is the town, everywhere else the person."""
    told = [place for phrase in dict.fromkeys(phrases) for place in occurrences(text, phrase)]
    for start, end in places:
        if not any(first <= start and end <= last and (first, last) != (start, end) for first, last in told):
            yield start, end


def all_occurrences(text: Folded, wanted: Iterable[str]) -> Iterator[tuple[str, int, int]]:
    """Every place of many texts at once: what it costs grows with the text and the lengths, not with how many are wanted."""
    named = {key_of(one): one for one in wanted}
    lengths = sorted({len(key) for key in named if key})
    for length in lengths:
        for at in range(len(text.text) - length + 1):
            found = named.get(text.text[at : at + length])
            if found is not None:
                yield found, *text.span(at, at + length)
