"""Where in a text the words stand: a piece of it around the first place, with every place marked."""

from __future__ import annotations

import re

from yangguang.base.search import DROPPED, terms

AROUND = 40


def pattern_of(words: str) -> re.Pattern[str] | None:
    """The words as they may be written: punctuation, brackets and spaces between signs do not count."""
    between = f"(?:{DROPPED.pattern})?"
    patterns = [between.join(re.escape(sign) for sign in word) for word in sorted(terms(words), key=len, reverse=True)]
    return re.compile("|".join(patterns), re.IGNORECASE) if patterns else None


def excerpt(text: str, words: str) -> list[tuple[str, bool]]:
    """Pieces of text, each with whether it is a place found; nothing when the words do not stand here."""
    pattern = pattern_of(words)
    first = pattern.search(text) if pattern else None
    if pattern is None or first is None:
        return []
    begin, end = max(first.start() - AROUND, 0), min(first.end() + AROUND * 2, len(text))
    shown = marked(text[begin:end], words)
    return [*([("……", False)] if begin else []), *shown, *([("……", False)] if end < len(text) else [])]


def marked(text: str, words: str) -> list[tuple[str, bool]]:
    """A text in pieces, the places found among them."""
    pattern, pieces, reached = pattern_of(words), [], 0
    for match in pattern.finditer(text) if pattern else ():
        if match.end() > match.start():
            pieces += [(text[reached : match.start()], False), (match.group(), True)]
            reached = match.end()
    return [piece for piece in (*pieces, (text[reached:], False)) if piece[0]]
