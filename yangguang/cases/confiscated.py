"""What was confiscated under a decision that fell since, in whole or in part, and has to come back (ACL-2011:41, ARL-2023:72.2)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from yangguang.cases.models import Decision, DecisionStatus, ItemFate
from yangguang.cases.outcomes import left_by_outcomes
from yangguang.cases.rules.restitution import refund_due

GAINS, GOODS = "confiscation_of_gains", "confiscation_of_goods"
GONE = (ItemFate.CONFISCATED, ItemFate.DESTROYED)
STANDS = (DecisionStatus.DECIDED, DecisionStatus.SERVED)


def confiscates(decision: Decision) -> bool:
    """Whether the decision, as it was issued, took anything away besides a fine."""
    return bool({GAINS, GOODS} & set(decision.content.get("penalties") or ()))


def gains_to_return(decision: Decision) -> int:
    """What was paid in as confiscated gains beyond what the decision still confiscates, in 分."""
    if GAINS not in (decision.content.get("penalties") or ()):
        return 0
    done = decision.other_executions.filter(penalty=GAINS).order_by("pk").first()
    if done is None:
        return 0
    return refund_due(paid_fen=_gains(_as_of(decision, done.carried_out_on)), owed_fen=_gains(_now(decision)))


def goods_to_return(decision: Decision) -> bool:
    """Whether things were confiscated that the decision confiscates no more, and nobody recorded that they came back."""
    if GOODS not in (decision.content.get("penalties") or ()) or GOODS in (_now(decision).get("penalties") or ()):
        return False
    return _goods_taken(decision) and not decision.restitutions.exclude(things="").exists()


def _goods_taken(decision: Decision) -> bool:
    if decision.other_executions.filter(penalty=GOODS).exists():
        return True
    if not decision.case.items.filter(fate__in=GONE).exists():
        return False
    others = decision.case.decisions.filter(status__in=STANDS).exclude(pk=decision.pk)
    return not any(GOODS in (_now(one).get("penalties") or ()) for one in others.order_by("pk"))


def _now(decision: Decision) -> Mapping[str, Any]:
    if decision.status not in STANDS:
        return {}
    last = decision.alterations.filter(fallen_on=None).order_by("-pk").first()
    return left_by_outcomes(decision, dict(last.content if last else decision.content))


def _as_of(decision: Decision, day: date) -> Mapping[str, Any]:
    """What it said when it was carried out: with the outcomes of the days before, none of that day or later."""
    last = decision.alterations.filter(altered_on__lte=day).exclude(fallen_on__lte=day).order_by("-pk").first()
    return left_by_outcomes(decision, dict(last.content if last else decision.content), before=day)


def _gains(content: Mapping[str, Any]) -> int:
    return int(content.get("confiscated_fen") or 0) if GAINS in (content.get("penalties") or ()) else 0
