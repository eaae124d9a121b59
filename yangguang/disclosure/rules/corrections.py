"""What a correction of a public text may not touch: what was decided (GIR-2019:41)."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from yangguang.disclosure.rules.public_copy import Copy, corrected

UNCHANGED = "更正不得改变决定内容；决定有误的应当先依法更正决定。"
WEIGHTY = frozenset({"违法事实", "裁量"})
Pair = Sequence[str]
FIGURES = re.compile(r"\d+(?:[.,]\d+)*")


def content_fault(
    original: Copy, earlier: Sequence[Pair], added: Sequence[Pair], *, slips: Collection[tuple[str, str]], hides: bool
) -> str:
    """Why a correction may not be released: another conclusion or basis than the decision has, or words put right that name
    another party or other figures in the facts. What the file itself put right as a slip may follow; what hides may leave out.
    """
    after = corrected(original, [*earlier, *added])
    if (after.conclusion, after.basis) != (original.conclusion, original.basis):
        return UNCHANGED
    before = corrected(original, earlier)
    own = corrected(before, [pair for pair in added if not _follows(pair, slips)])
    same = hides or (own.party_name == before.party_name and _figures(own) == _figures(before))
    return "" if same else UNCHANGED


def _follows(pair: Pair, slips: Collection[tuple[str, str]]) -> bool:
    old, new = pair
    return any(wrong in old and old.replace(wrong, right) == new for wrong, right in slips)


def _figures(copy: Copy) -> list[list[str]]:
    return [FIGURES.findall(value) for label, value in copy.summary if label in WEIGHTY]
