"""Which penalties other than fines a case has still to carry out."""

from __future__ import annotations

from yangguang.cases.altering import content_now
from yangguang.cases.confiscated import GONE
from yangguang.cases.models import Case, Decision, DecisionKind, DecisionStatus
from yangguang.cases.rules.other_penalties import left_to_carry_out
from yangguang.cases.rules.severity import LABELS
from yangguang.cases.standing import decisions_of


def left_of(decision: Decision) -> list[str]:
    """Of one decision; things that were held and confiscated under it are accounted for on their own line."""
    if decision.kind != DecisionKind.PENALTY or decision.status != DecisionStatus.SERVED:
        return []
    if not left_to_carry_out(decision.content, ()):
        return []
    return left_to_carry_out(content_now(decision), carried_out_of(decision))


def carried_out_of(decision: Decision) -> set[str]:
    """Which of its penalties have been carried out by now."""
    done = set(decision.other_executions.values_list("penalty", flat=True))
    if decision.case.items.filter(fate__in=GONE).exists():
        done.add("confiscation_of_goods")
    return done


def other_penalties_left(case: Case) -> list[str]:
    """What keeps a case open, in words."""
    return [f"{LABELS[kind]}的执行" for decision in decisions_of(case) for kind in left_of(decision)]
