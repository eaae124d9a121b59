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


def query_bigrams(query: str) -> list[str]:
    """The tokens a query must all have, without repeats, in order; a query of one character is a prefix of tokens."""
    joined = normalised(query)
    if len(joined) == 1:
        return [joined]
    return list(dict.fromkeys(joined[i : i + 2] for i in range(len(joined) - 1)))


def matches(text: str, query: str) -> bool:
    """Whether the text really holds the query: bigrams find candidates, this decides."""
    return normalised(query) in normalised(text)
