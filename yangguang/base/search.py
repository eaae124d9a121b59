"""Chinese full-text search by bigrams: every two neighbouring characters, so that a two-character word is always found."""

from __future__ import annotations

import re
import unicodedata

DROPPED = re.compile(r"[\x00-\x1f\x7f《》〈〉〔〕（）()\[\]【】“”‘’\"'，。、；：！？,.;:!?\s·\-—_/\\]+")


def normalised(text: str) -> str:
    """Text as it is compared: NFKC, lower case, punctuation and brackets dropped."""
    return DROPPED.sub("", unicodedata.normalize("NFKC", text).lower())


def bigrams(text: str) -> list[str]:
    """The tokens of a text: every pair of neighbours with punctuation dropped, and its last character by itself."""
    joined = normalised(text)
    return [joined[i : i + 2] for i in range(len(joined))]


def terms(query: str) -> list[str]:
    """What a query asks for: its words, parted by blanks, as they are compared. A text must hold every one, wherever it stands."""
    return list(dict.fromkeys(word for piece in query.split() if (word := normalised(piece))))


def query_bigrams(query: str) -> list[str]:
    """The tokens a query must all have, without repeats, in order; a word of one character is a prefix of tokens."""
    pairs = (word[i : i + 2] for word in terms(query) for i in range(max(len(word) - 1, 1)))
    return list(dict.fromkeys(pairs))


def matches(text: str, query: str) -> bool:
    """Whether the text really holds every word of the query: bigrams find candidates, this decides."""
    held = normalised(text)
    return all(word in held for word in terms(query))
