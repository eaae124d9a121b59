"""The agency alters its own decision only in favour of the party; what is heavier is annulled and dealt with anew (V02)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from yangguang.cases.rules.decision_content import fine_fault
from yangguang.cases.rules.severity import Proposed, heavier, in_order, named
from yangguang.kernel.money import in_figures

ALTERATION = "alteration"  # the kind of the draft
HEAVIER = "自行变更不得加重，应当撤销后依法重新处理。"
CONFISCATING = frozenset({"confiscation_of_gains", "confiscation_of_goods"})
Content = Mapping[str, Any]


def alteration_fault(now: Content, wanted: Content) -> str:
    """Why this is no alteration the agency may make, in words; empty when it is one."""
    before, after = Proposed.of(now), Proposed.of(wanted)
    if heavier(before, after) or after.kinds - before.kinds:
        return HEAVIER
    if not after.kinds:
        return "变更后没有处罚的，应当撤销决定。"
    if before.kinds & CONFISCATING != after.kinds & CONFISCATING:
        return "没收的变更涉及已经没收的财物，应当撤销后依法重新处理。"
    if fault := fine_fault(after.kinds, after.fine_fen):
        return fault
    same = (before.kinds, before.fine_fen, _plain(now)) == (after.kinds, after.fine_fen, _plain(wanted))
    return "变更前后的内容相同。" if same else ""


def in_words(content: Content) -> str:
    """What a decision imposes: 警告；罚款 3,000.00 元."""
    others = [kind for kind in content.get("penalties") or () if kind != "fine"]
    return "；".join([*_named(others), *_fine(content)]) or "无"


def _named(kinds: Iterable[str]) -> list[str]:
    known = in_order(kinds)
    return [named(known)] if known else []


def _fine(content: Content) -> list[str]:
    fen = int(content.get("fine_fen") or 0)
    return [f"罚款 {in_figures(fen)} 元"] if fen else []


def _plain(content: Content) -> str:
    return "".join(str(content.get("fulfilment") or "").split())
