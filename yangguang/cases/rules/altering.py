"""The agency alters its own decision only in favour of the party; what is heavier is annulled and dealt with anew (V02)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from yangguang.cases.rules.decision_content import fine_fault
from yangguang.cases.rules.severity import Proposed, heavier, in_order, named
from yangguang.kernel.money import in_figures

ALTERATION = "alteration"  # the kind of the draft
TAKEN = "没收的变更涉及已经没收的财物，应当撤销后依法重新处理。"
HEAVIER = "自行变更不得加重，应当撤销后依法重新处理。"
GAINS = "confiscation_of_gains"
CONFISCATING = frozenset({GAINS, "confiscation_of_goods"})
Content = Mapping[str, Any]


@dataclass(frozen=True)
class Fault:
    """Why something is no alteration, in which field of the form it lies, and what to do about it."""

    reason: str
    field: str
    remedy: str


def alteration_fault(now: Content, wanted: Content, *, carried_out: Collection[str] = ()) -> str:
    """Why this is no alteration the agency may make, in words; empty when it is one."""
    found = fault_of(now, wanted, carried_out=carried_out)
    return found.reason if found else ""


def fault_of(now: Content, wanted: Content, *, carried_out: Collection[str] = ()) -> Fault | None:
    """The first fault, or None. What has been confiscated by now is not altered: it comes back when the decision is
    annulled.
    """
    before, after = Proposed.of(now), Proposed.of(wanted)
    if heavier(before, after) or after.kinds - before.kinds:
        return Fault(HEAVIER, _heavier_field(before, after), "只能减轻；需要加重的，请撤销决定后重新处理。")
    if not after.kinds:
        return Fault("变更后没有处罚的，应当撤销决定。", "penalties", "请撤销决定，或者选择变更后的处罚种类。")
    if _less_confiscated(before, after) & set(carried_out):
        field = "penalties" if (before.kinds - after.kinds) & CONFISCATING else "confiscated"
        return Fault(TAKEN, field, "没收的种类和金额请照原决定填写；确有错误的，请撤销决定后重新处理。")
    if GAINS in after.kinds and before.confiscated_fen and not after.confiscated_fen:
        return Fault(
            "没收违法所得的，应当写明没收的金额。", "confiscated", "不再没收的，请在处罚种类中去掉没收违法所得。"
        )
    if fault := fine_fault(after.kinds, after.fine_fen):
        return Fault(fault, "fine", "请核对处罚种类和罚款金额。")
    measures = [(one.kinds, one.fine_fen, one.confiscated_fen) for one in (before, after)]
    same = measures[0] == measures[1] and _plain(now) == _plain(wanted)
    return Fault("变更前后的内容相同。", "fine", "请填写要变更的内容。") if same else None


def _heavier_field(before: Proposed, after: Proposed) -> str:
    if after.kinds - before.kinds:
        return "penalties"
    if after.confiscated_fen > before.confiscated_fen:
        return "confiscated"
    return "fine" if after.fine_fen > before.fine_fen else "penalties"


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
