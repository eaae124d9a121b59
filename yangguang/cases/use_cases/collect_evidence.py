"""Collect evidence for a case: what, from whom, by which two officers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from yangguang.cases.events.investigating import EvidenceTaken
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.records.api import Evidence, add_evidence


@transaction.atomic
def collect_evidence(
    *, case_id: int, kind: str, name: str, source: str, proves: str, obtained_on: date, officers: Sequence[Officer],
    actor: Account, at: Moment, certificate_shown: bool = False, seen_version: int | None = None, **details: Any,
) -> Evidence:  # fmt: skip
    """`details` are those of records.api.add_evidence: content, file_name, place, original, pages, monitor_record."""
    case = lock_case(case_id, seen_version=seen_version)
    given = {"officers": list(officers), "certificate_shown": certificate_shown}
    taken = take(Taking(main_flow(case), case, "collect_evidence", actor, at, given))
    evidence = add_evidence(
        body=case.body, file_ref=case.public_id, kind=kind, name=name, source=source, proves=proves,
        obtained_on=obtained_on, collector_names=[o.name for o in officers], actor=actor, at=at, **details,
    )  # fmt: skip
    announce(taken, EvidenceTaken(evidence.name, evidence.kind), actor=actor, at=at)
    return evidence
