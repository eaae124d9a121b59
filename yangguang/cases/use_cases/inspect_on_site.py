"""Inspect a place and make the record of it (现场检查笔录); an urgent visit is reported to the head at once."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.base import approvals
from yangguang.base.events import Subject
from yangguang.cases.events.investigating import SiteInspected
from yangguang.cases.informants import keep_secret
from yangguang.cases.inspection_approvals import AFTERWARDS, covers, is_of_an_enterprise
from yangguang.cases.kinds.penalty.documents import on_site_record
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case
from yangguang.cases.rules.witnesses import ALL_SIGNED, Signing, must_be_signed_or_noted
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.request_inspection import SIGNERS
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.records.api import Evidence, EvidenceKind, add_evidence, make_document

CLAUSE = "APL-2021:55.2"


@transaction.atomic
def inspect_on_site(
    *, case_id: int, place: str, present: str, findings: str, officers: Sequence[Officer], certificate_shown: bool,
    proves: str, actor: Account, at: Moment, badge_worn: bool = False, urgent_reason: str = "",
    signing: Signing = ALL_SIGNED, seen_version: int | None = None,
) -> Evidence:  # fmt: skip
    """The record becomes evidence at once; it counts when its signed pages are in and it has been verified.

    `signing`: who would not sign, and the witness. `urgent_reason`: why the visit could not wait for the head to agree; the
    report to the head is written with it.
    """
    case = lock_case(case_id, seen_version=seen_version)
    must_be_signed_or_noted(signing, CLAUSE, aside=[officer.name for officer in officers])
    typed = {"findings": findings, "urgent_reason": urgent_reason}
    keep_secret(case, typed | {"refusal_note": signing.refusal_note, "witness": signing.witness.words})
    given = {
        "officers": list(officers), "certificate_shown": certificate_shown, "badge_worn": badge_worn,
        "urgent_reason": urgent_reason,
    }  # fmt: skip
    taken = take(Taking(FLOWS["penalty"], case, "inspect_on_site", actor, at, given))
    names = [officer.name for officer in officers]
    document = make_document(
        kind="on_site_record", title=on_site_record.TITLE, body=case.body, file_ref=case.public_id,
        sheet=on_site_record.sheet(
            case, place=place, present=present, findings=findings, officers=names, dated_on=at.day, signing=signing
        ),
        dated_on=at.day, actor=actor, at=at,
    )  # fmt: skip
    evidence = add_evidence(
        body=case.body, file_ref=case.public_id, kind=EvidenceKind.RECORD, name=document.title, source=place,
        proves=proves, obtained_on=at.day, collector_names=names, obtained_at_place=place, original=True,
        document=document, actor=actor, at=at,
    )  # fmt: skip
    announce(taken, SiteInspected(place, names, signing.refused, signing.witness.signature), actor=actor, at=at)
    if urgent_reason.strip() and is_of_an_enterprise(case) and not covers(case, at):
        _report(case, evidence, place, findings, urgent_reason, actor, at)
    return evidence


def _report(
    case: Case, evidence: Evidence, place: str, findings: str, urgent_reason: str, actor: Account, at: Moment
) -> None:
    """What was done without leave lies before the head with the record itself; the event above tells of the visit."""
    day = at.day.isoformat()
    approvals.request(
        subject=Subject("inspection", evidence.public_id, case.body.public_id, file=case.public_id), purpose=AFTERWARDS,
        title=f"现场检查补报审批：{case.title}",
        proposal={
            "case_ref": case.public_id, "place": place.strip(), "purpose": findings.strip(), "from_day": day,
            "until_day": day, "urgent_reason": urgent_reason.strip(),
        },
        signers=SIGNERS, opinion="情况紧急，已先行检查，现予补报。", actor=actor, at=at,
    )  # fmt: skip
