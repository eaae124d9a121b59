"""How much of a disposition is still to be paid, worker by worker."""

from __future__ import annotations

from yangguang.cases.models import Case, Disposition, RosterWorker


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


def payable_of(case: Case) -> dict[str, int]:
    """What may still be recorded as paid to each worker: the balance, or what a decision orders when that is more."""
    workers = case.workers.filter(removed_on=None).order_by("position", "pk")
    payable = {worker.public_id: worker.unpaid_fen for worker in workers}
    decided = Disposition.objects.filter(case=case, decision__isnull=False).exclude(status="annulled")
    for disposition in decided.select_related("decision").order_by("pk"):
        for ref, left in left_for(disposition).items():
            payable[ref] = max(left, payable.get(ref, 0))
    return payable
