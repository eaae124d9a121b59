"""The term of payment a mediation set anew: what ran before it, plans included, counts no more."""

from __future__ import annotations

from yangguang.cases.models import Clock, Decision
from yangguang.cases.outcomes import changes_of
from yangguang.cases.rules.remedies import CLAUSES, MEDIATED


def terms_of_payment(decision: Decision) -> list[Clock]:
    """Every term of payment the party was given, the first first."""
    return list(Clock.objects.filter(kind="pay_by", about_ref=decision.public_id).order_by("pk"))


def mediated_term(terms: list[Clock]) -> Clock | None:
    """The newest of them that a mediation set; None where none did."""
    return next((one for one in reversed(terms) if one.clause in CLAUSES[MEDIATED]), None)


def plans_ended(decision: Decision) -> set[str]:
    """The plans to pay in parts that a mediation put an end to, by public id."""
    return {ref for one in changes_of(decision) for ref in one.outcome_terms.get("plans_ended") or ()}
