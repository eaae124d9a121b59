"""Verify evidence, or exclude it: nothing else may found a decision (APL-2021:46.2, 46.3)."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import ledger
from yangguang.base.events import Actor
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.events import EvidenceExcluded, EvidenceVerified
from yangguang.records.models import Evidence
from yangguang.records.use_cases._sealed import evidence_must_be_open


@transaction.atomic
def verify_evidence(*, evidence_id: int, verification: str, actor: Actor, at: Moment) -> Evidence:
    """Note how the evidence was verified. Raises Refused without words or for excluded evidence."""
    evidence = Evidence.objects.select_for_update().get(pk=evidence_id)
    evidence_must_be_open(evidence)
    if evidence.excluded_on:
        raise Refused("该证据已经排除，不能再查证。", "APL-2021:46.3")
    if not verification.strip():
        raise Refused("请写明怎样查证。", "APL-2021:46.2", field="verification")
    evidence.verified_on, evidence.verified_by_name = at.day, actor.actor_name
    evidence.verification = verification.strip()
    evidence.save(update_fields=["verified_on", "verified_by_name", "verification"])
    ledger.record(EvidenceVerified(evidence.name, evidence.verification), subject=evidence.subject, actor=actor, at=at)
    return evidence


@transaction.atomic
def exclude_evidence(*, evidence_id: int, reason: str, actor: Actor, at: Moment) -> Evidence:
    """Exclude evidence obtained unlawfully. It stays in the file with its reason. Raises Refused without one, or twice."""
    evidence = Evidence.objects.select_for_update().get(pk=evidence_id)
    evidence_must_be_open(evidence)
    if evidence.excluded_on:
        raise Refused("该证据已经排除，原来写明的理由不再改动。", "APL-2021:46.3")
    if not reason.strip():
        raise Refused("排除证据应当写明理由。", "APL-2021:46.3", field="reason")
    evidence.excluded_on, evidence.exclusion_reason = at.day, reason.strip()
    evidence.save(update_fields=["excluded_on", "exclusion_reason"])
    ledger.record(
        EvidenceExcluded(evidence.name, evidence.exclusion_reason), subject=evidence.subject, actor=actor, at=at
    )
    return evidence
