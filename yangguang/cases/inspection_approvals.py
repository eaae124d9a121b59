"""Approvals of visits to enterprises (INS-2024:approve): asked before, or reported afterwards where it was urgent."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from yangguang.base.guards import asked_once
from yangguang.base.models import Approval
from yangguang.base.models.approval import ApprovalState
from yangguang.cases.models import Case, PartyKind
from yangguang.cases.standing import has_taken, parties_of
from yangguang.kernel.moment import Moment

BEFORE, AFTERWARDS = "inspect_on_site", "report_urgent_inspection"


@asked_once
def is_of_an_enterprise(case: Case) -> bool:
    """Whether the inspected is anything but a natural person; where nobody is named yet, it may be."""
    kinds = {party.kind for party in parties_of(case)}
    return not kinds or kinds != {PartyKind.PERSON}


def covers(case: Case, at: Moment) -> bool:
    """An approval that was signed before the visit and names its day."""
    if not has_taken(case, "request_inspection"):
        return False
    signed = Approval.objects.filter(
        file_ref=case.public_id, purpose=BEFORE, state=ApprovalState.APPROVED, closed_at__lte=at.occurred_at
    )
    return any(
        date.fromisoformat(told["from_day"]) <= at.day <= date.fromisoformat(told["until_day"])
        for told in signed.order_by("pk").values_list("proposal", flat=True)
    )


@asked_once
def unreported(case: Case) -> bool:
    """An urgent visit whose report waits for the head; one that was returned carries the head's reasons and waits no more."""
    return any(one.purpose == AFTERWARDS and one.state == ApprovalState.PENDING for one in forms_of(case))


@asked_once
def forms_of(case: Case) -> list[Approval]:
    """The approval forms about a case, its lead and its visits, the oldest first."""
    refs = [ref for ref in (case.public_id, case.lead_ref) if ref]
    reports = Q(file_ref=case.public_id, purpose=AFTERWARDS)
    return list(Approval.objects.filter(Q(subject_ref__in=refs) | reports).order_by("pk"))
