"""What was found on the scene goes with a case that was turned over to ordinary procedure: its records as evidence."""

from __future__ import annotations

from yangguang.base.events import Actor
from yangguang.cases.models import Case, Lead, OnTheSpotPenalty
from yangguang.kernel.moment import Moment
from yangguang.records.api import add_evidence, evidence_of


def bring_along(lead: Lead, case: Case, *, actor: Actor, at: Moment) -> int:
    """Every piece of evidence of the scene a lead came from, in the file of the case it became. Returns how many."""
    scene = OnTheSpotPenalty.objects.filter(lead_ref=lead.public_id).select_related("case").first()
    if scene is None:
        return 0
    brought = list(evidence_of(scene.case.public_id).filter(excluded_on=None).select_related("blob", "document"))
    for one in brought:
        add_evidence(
            body=case.body, file_ref=case.public_id, kind=one.kind, name=one.name, proves=one.proves,
            source=f"{one.source}（随{scene.case.number}转入）"[:200], obtained_on=one.obtained_on,
            collector_names=one.collector_names, obtained_at_place=one.obtained_at_place, original=one.original,
            blob=one.blob, document=one.document, pages=one.pages, actor=actor, at=at,
        )  # fmt: skip
    return len(brought)
