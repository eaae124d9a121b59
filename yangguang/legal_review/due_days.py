"""Until when a review is to be closed: worked out when it is asked for, and again when a calendar year becomes known."""

from __future__ import annotations

from datetime import date

from yangguang.base import calendars, local_values
from yangguang.cases.api import Case
from yangguang.kernel.workdays import DueDate, add_workdays
from yangguang.legal_review.models import LegalReview, ReviewStatus


def due_of(case: Case, *, requested_on: date) -> DueDate:
    """The last day of a review. Raises Refused when the body has not set its term."""
    days = int(local_values.value("review_period_workdays", chain=case.body.public_id, on=requested_on))
    return add_workdays(requested_on, days, calendars.in_force())


def recompute_open() -> int:
    """Work out every open review's last day again; returns how many moved or are no longer provisional."""
    changed = 0
    for review in LegalReview.objects.filter(status=ReviewStatus.REQUESTED).select_related("case__body"):
        due = due_of(review.case, requested_on=review.requested_on)
        if (review.due_on, review.due_provisional) != (due.day, due.provisional):
            review.due_on, review.due_provisional = due.day, due.provisional
            review.save(update_fields=["due_on", "due_provisional"])
            changed += 1
    return changed
