"""How much of a disposition is still to be paid, worker by worker."""

from __future__ import annotations

from typing import Any

from yangguang.cases.models import Case, Disposition, RosterWorker
from yangguang.cases.outcomes import change_in_words, changes_of, left_by_outcomes


def ordered_by(disposition: Disposition) -> dict[str, Any]:
    """What a disposition says as it stands: its draft, once decided with no more in it than every outcome left."""
    if disposition.decision is None:
        return dict(disposition.draft.content)
    return left_by_outcomes(disposition.decision, dict(disposition.decision.content))


def changes_to(disposition: Disposition) -> list[str]:
    """What outcomes made of it, in words, in the order they came."""
    return [change_in_words(one) for one in changes_of(disposition.decision)] if disposition.decision else []


def left_for(disposition: Disposition) -> dict[str, int]:
    """What each worker of the annex is still to be paid under a decision: wages and compensation."""
    return left_under(disposition, ordered_by(disposition)["annex"]) if disposition.decision is not None else {}


def left_under(disposition: Disposition, annex: list[dict[str, Any]]) -> dict[str, int]:
    """The same under another annex, as an outcome would leave it."""
    paid = dict(RosterWorker.objects.filter(case_id=disposition.case_id).values_list("public_id", "paid_fen"))
    return {
        line["ref"]: max(line["total_fen"] - (paid.get(line["ref"], 0) - line["paid_before_fen"]), 0) for line in annex
    }


def left_of(disposition: Disposition) -> int:
    """What is still to be paid under a decision, all workers together."""
    return sum(left_for(disposition).values())


def payable_of(case: Case) -> dict[str, int]:
    """What may still be recorded as paid to each worker: the balance, or what a decision orders when that is more."""
    workers = case.workers.filter(removed_on=None).order_by("position", "pk")
    payable = {worker.public_id: worker.unpaid_fen for worker in workers}
    decided = Disposition.objects.filter(case=case, decision__isnull=False).exclude(status="annulled")
    for disposition in decided.select_related("decision").order_by("pk"):
        for ref, left in left_for(disposition).items():
            payable[ref] = max(left, payable.get(ref, 0))
    return payable
