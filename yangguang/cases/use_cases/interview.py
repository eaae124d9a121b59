"""Question somebody and make the record of it (询问笔录)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from yangguang.cases.events.investigating import InquiryRecorded
from yangguang.cases.informants import keep_secret, who_told
from yangguang.cases.kinds.penalty.documents import interview_record
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case
from yangguang.cases.rules.witnesses import ALL_SIGNED, Signing, must_be_signed_or_noted
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import chosen
from yangguang.records.api import Evidence, EvidenceKind, add_evidence, make_document

ROLES = {"party": "当事人", "worker": "劳动者", "witness": "证人"}
CLAUSE = "APL-2021:55.2"


@transaction.atomic
def interview(
    *, case_id: int, person: str, person_role: str, place: str, ended_at: datetime,
    questions: Sequence[tuple[str, str]], officers: Sequence[Officer], certificate_shown: bool, proves: str,
    actor: Account, at: Moment, signing: Signing = ALL_SIGNED, seen_version: int | None = None,
) -> Evidence:  # fmt: skip
    """The record becomes evidence at once; it counts when its signed pages are in and it has been verified. `signing`: whether
    whoever was questioned would not sign, and the witness.
    """
    case = lock_case(case_id, seen_version=seen_version)
    chosen(person_role, ROLES, label="被询问人身份", clause=CLAUSE, field="person_role")
    if not questions:
        raise Refused("询问应当制作笔录：请写下问和答。", CLAUSE, field="questions")
    _must_have_ended(ended_at, at)
    must_be_signed_or_noted(signing, CLAUSE, aside=(person, *(officer.name for officer in officers)))
    _ask_without_names(case, person, questions, signing)
    given = {"officers": list(officers), "certificate_shown": certificate_shown}
    taken = take(Taking(FLOWS["penalty"], case, "interview", actor, at, given))
    names = [officer.name for officer in officers]
    document = make_document(
        kind="interview_record", title=f"询问笔录（{person}）", body=case.body, file_ref=case.public_id,
        sheet=interview_record.sheet(
            case, person=person, person_role=ROLES[person_role], place=place, began_at=at.occurred_at,
            ended_at=ended_at, officers=names, questions=questions, signing=signing,
        ),
        dated_on=at.day, actor=actor, at=at,
    )  # fmt: skip
    kind = EvidenceKind.PARTY_STATEMENT if person_role == "party" else EvidenceKind.WITNESS
    evidence = add_evidence(
        body=case.body, file_ref=case.public_id, kind=kind, name=document.title, source=person, proves=proves,
        obtained_on=at.day, collector_names=names, obtained_at_place=place, original=True, document=document,
        actor=actor, at=at,
    )  # fmt: skip
    told = InquiryRecorded(ROLES[person_role], names, place, signing.refused, signing.witness.signature)
    announce(taken, told, actor=actor, at=at)
    return evidence


def _must_have_ended(ended_at: datetime, at: Moment) -> None:
    if ended_at < at.occurred_at:
        raise Refused("结束时间不能早于开始时间。", CLAUSE, field="ended_at")
    if ended_at > at.recorded_at:
        raise Refused("结束时间不能晚于现在。", CLAUSE, field="ended_at", remedy="请在询问结束以后登记。")


def _ask_without_names(case: Case, person: str, questions: Sequence[tuple[str, str]], signing: Signing) -> None:
    """Whoever is questioned reads the record, and a witness does; only those who told may read their own name in it."""
    keep_secret(case, {"witness": signing.witness.words})
    if any(who.name == person.strip() for who in who_told(case.public_id)):
        return
    asked = "\n".join(question for question, _ in questions)
    keep_secret(case, {"record": asked, "refusal_note": signing.refusal_note})
