"""Record an attempt at service that failed: one document may fail several times before it is served."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.base.models import Blob
from yangguang.cases.events.hearing_parties import ServiceFailed
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import ServiceMethod, ServiceOfDocuments
from yangguang.cases.serving import by_whom, parties_for, recipient_named
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import documents_of


@transaction.atomic
def record_service_failure(
    *, case_id: int, document_ref: str, party_ref: str, method: str, failure: str, actor: Account, at: Moment,
    place: str = "", proof_number: str = "", proof: Blob | None = None, officers: Sequence[Officer] = (),
    seen_version: int | None = None,
) -> ServiceOfDocuments:  # fmt: skip
    """No window opens and no term runs. Papers of every line are recorded here, and no announcement can fail."""
    case = lock_case(case_id, seen_version=seen_version)
    document = documents_of(case.public_id).filter(public_id=document_ref).first()
    party = recipient_named(case, party_ref)
    if document is None or party is None:
        raise Refused("请选择文书和受送达人。", "CPL-2023:87.1", field="document")
    if party not in parties_for(case, document):
        raise Refused("这份文书不是给该当事人的。", "CPL-2023:87.1", field="party_ref", remedy="请另选受送达人。")
    if not failure.strip():
        raise Refused("请写明没有送达的原因和经过。", "CPL-2023:95.2", field="failure")
    if method not in ServiceMethod.values or method == ServiceMethod.ANNOUNCED:
        raise Refused("请选择送达方式。", "CPL-2023:87.1", field="method")
    given = {"document": document, **({"officers": list(officers)} if officers else {})}
    taken = take(Taking(main_flow(case), case, "record_service_failure", actor, at, given))
    row = ServiceOfDocuments.objects.create(
        case=case, document=document, **by_whom(party), method=method, succeeded=False, failure=failure.strip(),
        attempted_on=at.day, officer_names=[one.name for one in officers] or [actor.name], place=place.strip(),
        proof_number=proof_number.strip(), proof=proof,
    )  # fmt: skip
    announce(taken, ServiceFailed(document.title, ServiceMethod(method).label, row.failure), actor=actor, at=at)
    return row
