"""How much of a disposition is still to be paid, worker by worker."""

from __future__ import annotations

from yangguang.cases.models import Disposition, RosterWorker


def left_for(disposition: Disposition) -> dict[str, int]:
    """What each worker of the annex is still to be paid under a decision: wages and compensation."""
    if disposition.decision is None:
        return {}
    annex = disposition.decision.content["annex"]
    paid = dict(RosterWorker.objects.filter(case_id=disposition.case_id).values_list("public_id", "paid_fen"))
    return {
        line["ref"]: max(line["total_fen"] - (paid.get(line["ref"], 0) - line["paid_before_fen"]), 0) for line in annex
    }


def left_of(disposition: Disposition) -> int:
    """What is still to be paid under a decision, all workers together."""
    return sum(left_for(disposition).values())


def most_payable(worker: RosterWorker) -> int:
    """What may still be recorded as paid to a worker: the balance, or what a decision orders when that is more."""
    decided = (
        Disposition.objects.filter(case_id=worker.case_id, decision__isnull=False)
        .exclude(status="annulled")
        .select_related("decision")
    )
    return max([worker.unpaid_fen, *(left_for(one).get(worker.public_id, 0) for one in decided.order_by("pk"))])
