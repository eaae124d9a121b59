"""Cells of files that strangers open in a spreadsheet: none begins with what a spreadsheet takes for a formula."""

from __future__ import annotations

import unicodedata

STARTS = frozenset("=+-@")
UNSEEN = frozenset({"Cf", "Cc", "Zs"})
SIGN = "'"


def harmless(text: str) -> str:
    """The text with a leading apostrophe where its first sign, full-width forms included, would start a formula."""
    seen = next((sign for sign in text if unicodedata.category(sign) not in UNSEEN), "")
    first = unicodedata.normalize("NFKC", seen)[:1]
    return SIGN + text if first in STARTS else text
