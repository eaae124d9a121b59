"""Verify a piece of evidence of a case, or exclude it."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.policy import may_take
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.directory.api import Account, Role
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import Evidence, evidence_of, exclude_evidence, verify_evidence


@transaction.atomic
def judge_evidence(
    *, case_id: int, evidence_ref: str, verified: bool, words: str, actor: Account, at: Moment,
    seen_version: int | None = None,
) -> Evidence:  # fmt: skip
    """Only a handler of the case; only evidence of its own file; an archived file does not change."""
    case = lock_case(case_id, seen_version=seen_version)
    if not may_take(actor, case, (Role.CASE_HANDLER,)):
        raise Refused("您不能查证这个案件的证据。", "APL-2021:46.2", remedy="有权办理的是本案的承办人。")
    if case.status in {"closed", "archived"}:
        raise Refused("案件已经结案，证据不再变动。", "APL-2021:47")
    evidence = evidence_of(case.public_id).filter(public_id=evidence_ref).first()
    if evidence is None:
        raise Refused("没有这份证据。", "APL-2021:46.2", field="evidence_ref")
    if verified:
        return verify_evidence(evidence_id=evidence.pk, verification=words, actor=actor, at=at)
    return exclude_evidence(evidence_id=evidence.pk, reason=words, actor=actor, at=at)
