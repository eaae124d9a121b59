"""The agency alters its own decision only in favour of the party; what is heavier is annulled and dealt with anew (V02)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from yangguang.cases.rules.decision_content import fine_fault
from yangguang.cases.rules.severity import Proposed, heavier, in_order, named
from yangguang.kernel.money import in_figures

ALTERATION = "alteration"  # the kind of the draft
HEAVIER = "自行变更不得加重，应当撤销后依法重新处理。"
GAINS = "confiscation_of_gains"
CONFISCATING = frozenset({GAINS, "confiscation_of_goods"})
Content = Mapping[str, Any]


def alteration_fault(now: Content, wanted: Content, *, carried_out: Collection[str] = ()) -> str:
    """Why this is no alteration the agency may make, in words; empty when it is one. What has been confiscated by now
    is not altered: it comes back when the decision is annulled.
    """
    before, after = Proposed.of(now), Proposed.of(wanted)
    if heavier(before, after) or after.kinds - before.kinds:
        return HEAVIER
    if not after.kinds:
        return "变更后没有处罚的，应当撤销决定。"
    if _less_confiscated(before, after) & set(carried_out):
        return "没收的变更涉及已经没收的财物，应当撤销后依法重新处理。"
    if GAINS in after.kinds and before.confiscated_fen and not after.confiscated_fen:
        return "没收违法所得的，应当写明没收的金额。"
    if fault := fine_fault(after.kinds, after.fine_fen):
        return fault
    measures = [(one.kinds, one.fine_fen, one.confiscated_fen) for one in (before, after)]
    same = measures[0] == measures[1] and _plain(now) == _plain(wanted)
    return "变更前后的内容相同。" if same else ""


def _less_confiscated(before: Proposed, after: Proposed) -> frozenset[str]:
    gains = {GAINS} if after.confiscated_fen < before.confiscated_fen else set()
    return (before.kinds - after.kinds) & CONFISCATING | gains


def in_words(content: Content) -> str:
    """What a decision imposes: 警告、没收违法所得 1,000.00 元；罚款 3,000.00 元."""
    others = in_order(kind for kind in content.get("penalties") or () if kind != "fine")
    words = "、".join(named([kind]) + (_gains(content) if kind == GAINS else "") for kind in others)
    return "；".join([*([words] if words else ()), *_fine(content)]) or "无"


def _gains(content: Content) -> str:
    fen = int(content.get("confiscated_fen") or 0)
    return f" {in_figures(fen)} 元" if fen else ""


def _fine(content: Content) -> list[str]:
    fen = int(content.get("fine_fen") or 0)
    return [f"罚款 {in_figures(fen)} 元"] if fen else []


def _plain(content: Content) -> str:
    return "".join(str(content.get("fulfilment") or "").split())
