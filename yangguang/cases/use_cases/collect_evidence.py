"""Collect evidence for a case: what, from whom, by which two officers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db import transaction

from yangguang.cases.events.investigating import EvidenceTaken
from yangguang.cases.informants import who_told
from yangguang.cases.kinds.penalty.documents import evidence_extraction
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.rules.witnesses import NOBODY, Witness, must_be_known
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.records.api import Evidence, add_evidence, make_document

NUMBER_KIND, CLAUSE = "监证", "APL-2021:46.1"


@transaction.atomic
def collect_evidence(
    *, case_id: int, kind: str, name: str, source: str, proves: str, obtained_on: date, officers: Sequence[Officer],
    actor: Account, at: Moment, certificate_shown: bool = False, sampled: bool = False, witness: Witness = NOBODY,
    seen_version: int | None = None, **details: Any,
) -> Evidence:  # fmt: skip
    """The form of what was taken goes into the file beside it. `details` are those of records.api.add_evidence: content,
    file_name, media_ref, place, original, pages, monitor_record.
    """
    case = lock_case(case_id, seen_version=seen_version)
    must_be_known(witness, CLAUSE, aside=[officer.name for officer in officers])
    given = {"officers": list(officers), "certificate_shown": certificate_shown}
    taken = take(Taking(main_flow(case), case, "collect_evidence", actor, at, given))
    evidence = add_evidence(
        body=case.body, file_ref=case.public_id, kind=kind, name=name, source=source, proves=proves,
        obtained_on=obtained_on, collector_names=[o.name for o in officers], actor=actor, at=at, **details,
    )  # fmt: skip
    title = evidence_extraction.title_of(kind, sampled=sampled)
    told = who_told(case.public_id)
    make_document(
        kind="evidence_extraction", title=evidence_extraction.entry_of(title, evidence, told=told), body=case.body,
        file_ref=case.public_id, dated_on=obtained_on,
        sheet=evidence_extraction.sheet(case, title=title, evidence=evidence, witness=witness, told=told),
        number_kind=NUMBER_KIND, actor=actor, at=at,
    )  # fmt: skip
    announce(taken, EvidenceTaken(evidence.name, evidence.kind), actor=actor, at=at)
    return evidence
