"""Put a plain violation right during an inspection (L15)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.cases.events.inquiry import RectifiedOnTheSpot
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import on_site_record
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.rules.witnesses import ALL_SIGNED, Signing, must_be_signed_or_noted
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import Evidence, EvidenceKind, add_evidence, make_document

CLAUSE, RECORD = "LSR-2004:15.2", "APL-2021:55.2"
TITLE = "当场纠正记录"


@transaction.atomic
def rectify_on_the_spot(
    *, case_id: int, place: str, present: str, violation: str, rectified: str, facts_plain: bool,
    officers: Sequence[Officer], certificate_shown: bool, actor: Account, at: Moment,
    signing: Signing = ALL_SIGNED, seen_version: int | None = None,
) -> Evidence:  # fmt: skip
    """The record says what was wrong and how it was put right; what still has to be looked into is refused."""
    case = lock_case(case_id, seen_version=seen_version)
    if not facts_plain:
        raise Refused(
            "事实清楚、证据确凿、可以当场处理的，才能当场纠正。", CLAUSE, field="facts_plain",
            remedy="需要进一步调查的，请取证后责令限期改正。",
        )  # fmt: skip
    wrong = worded(violation, label="违法行为", field="violation", most=4000)
    right = worded(rectified, label="改正情况", field="rectified", most=2000)
    must_be_signed_or_noted(signing, RECORD, aside=[officer.name for officer in officers])
    keep_secret(case, {
        "violation": wrong, "rectified": right, "refusal_note": signing.refusal_note, "witness": signing.witness.words,
    })  # fmt: skip
    given = {"officers": list(officers), "certificate_shown": certificate_shown}
    taken = take(Taking(FLOWS["penalty"], case, "rectify_on_the_spot", actor, at, given))
    names = [officer.name for officer in officers]
    document = make_document(
        kind="on_the_spot_rectification", title=TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day,
        sheet=on_site_record.sheet(
            case, place=place, present=present, officers=names, dated_on=at.day, title=TITLE, signing=signing,
            findings=f"违法行为：{wrong.rstrip('。')}。当场改正情况：{right}",
        ), actor=actor, at=at,
    )  # fmt: skip
    evidence = add_evidence(
        body=case.body, file_ref=case.public_id, kind=EvidenceKind.RECORD, name=TITLE, source=place,
        proves="违法行为及当场改正的情况", obtained_on=at.day, collector_names=names, obtained_at_place=place,
        original=True, document=document, actor=actor, at=at,
    )  # fmt: skip
    announce(taken, RectifiedOnTheSpot(place, names, signing.refused, signing.witness.signature), actor=actor, at=at)
    return evidence
