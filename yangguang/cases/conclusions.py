"""What a decision concludes, in the words a list or the public reads."""

from __future__ import annotations

from yangguang.cases.models import Decision, DecisionKind
from yangguang.cases.rules.severity import named
from yangguang.kernel.money import in_figures

WITHOUT_PENALTY = {
    DecisionKind.NO_PENALTY: "不予行政处罚",
    DecisionKind.NOT_ESTABLISHED: "违法事实不成立，不予行政处罚",
}


def conclusion_of(decision: Decision) -> str:
    """警告；罚款 25,200 元. 支付 28 人工资 333,452 元. 不予行政处罚."""
    content = decision.content
    if decision.kind in WITHOUT_PENALTY:
        return WITHOUT_PENALTY[DecisionKind(decision.kind)]
    if decision.kind == DecisionKind.DISPOSITION:
        total = int(content.get("total_fen") or 0)
        return f"责令向 {len(content.get('annex', ()))} 名劳动者支付 {in_figures(total)} 元"
    others = [kind for kind in content.get("penalties", ()) if kind != "fine"]
    parts = [named(others)] if others else []
    if decision.fine_fen:
        parts.append(f"罚款 {in_figures(decision.fine_fen)} 元")
    return "；".join(parts) or decision.get_kind_display()
