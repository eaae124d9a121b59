"""What a decision concludes, in the words a list or the public reads."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from yangguang.cases.altering import alteration_of
from yangguang.cases.models import Alteration, Decision, DecisionKind
from yangguang.cases.outcomes import changes_of, left_by_outcomes
from yangguang.cases.rules.severity import LABELS, in_order, named
from yangguang.kernel.money import in_figures

WITHOUT_PENALTY = {
    DecisionKind.NO_PENALTY: "不予行政处罚",
    DecisionKind.NOT_ESTABLISHED: "违法事实不成立，不予行政处罚",
}


def conclusion_of(decision: Decision) -> str:
    """警告；罚款 25,200 元. 支付 28 人工资 333,452 元. 不予行政处罚."""
    content, fine = as_altered(decision, alteration_of(decision))
    if decision.kind in WITHOUT_PENALTY:
        return WITHOUT_PENALTY[DecisionKind(decision.kind)]
    if decision.kind == DecisionKind.DISPOSITION:
        total = int(content.get("total_fen") or 0)
        return f"责令向 {len(content.get('annex', ()))} 名劳动者支付 {in_figures(total)} 元"
    others = [kind for kind in content.get("penalties", ()) if kind != "fine"]
    parts = [named(others)] if others else []
    if fine:
        parts.append(f"罚款 {in_figures(fine)} 元")
    return "；".join(parts) or decision.get_kind_display()


def as_altered(decision: Decision, last: Alteration | None) -> tuple[dict[str, Any], int]:
    """The content and the fine as the agency left them, with no more in them than reconsiderations and judgments left."""
    content, fine = decision.content, decision.fine_fen
    if last is not None:
        content, fine = last.content, int(last.content.get("fine_fen") or 0)
    if not changes_of(decision):
        return content, fine
    left = left_by_outcomes(decision, {**content, "fine_fen": fine})
    return left, int(left["fine_fen"])


@dataclass(frozen=True)
class Imposed:
    """What a decision imposes as it stands: the kinds of penalty from light to heavy, in words, and both sums in 分."""

    kinds: tuple[str, ...]
    fine_fen: int
    confiscated_fen: int


def imposed_by(decision: Decision, last: Alteration | None) -> Imposed:
    """What a decision imposes, as its last alteration left it."""
    content, fine = as_altered(decision, last)
    kinds = tuple(LABELS[kind] for kind in in_order(content.get("penalties", ())))
    return Imposed(kinds, fine, int(content.get("confiscated_fen") or 0))
