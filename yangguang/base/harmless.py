"""Cells of files that strangers open in a spreadsheet: none begins with what a spreadsheet takes for a formula."""

from __future__ import annotations

import unicodedata

STARTS = frozenset("=+-@")
SIGN = "'"


def harmless(text: str) -> str:
    """The text with a leading apostrophe where its first sign, full-width forms included, would start a formula."""
    seen = "".join(sign for sign in text if unicodedata.category(sign) not in {"Cf", "Cc", "Zs"})
    first = unicodedata.normalize("NFKC", seen[:1])[:1]
    return SIGN + text if first in STARTS else text
