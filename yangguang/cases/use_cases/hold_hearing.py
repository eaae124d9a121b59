"""Hold a hearing: evidence put forward and examined, the defence taken down, the record and the report (APL-2021:64)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from yangguang.cases import standing
from yangguang.cases.events.hearings import HearingHeld
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import hearing_papers
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import (
    Case,
    Hearing,
    HearingRequest,
    HearingStatus,
    StatementAndDefence,
    StatementPoint,
    StatementWay,
)
from yangguang.cases.use_cases._hearing import hearing_of_chair
from yangguang.cases.use_cases._hearing_room import ThirdParty, admitted, signatures
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.clock import legal_day
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import Document, Evidence, evidence_of, make_document


@dataclass(frozen=True)
class HearingFacts:
    """What happened: until when, who was there for the party, what was said, which evidence was examined, the points of
    the defence one by one, the chair's opinion, and how the record was checked: who of those who took part would not sign.
    `waived_names`: third parties who came though they had not been told in time, and agreed that it be held all the same.
    """

    ended_at: datetime
    attended_names: Sequence[str]
    said: str
    examined_refs: Sequence[str]
    points: Sequence[str]
    opinion: str
    signing: str
    refusal_note: str = ""
    agent_names: Sequence[str] = ()
    third_parties: Sequence[ThirdParty] = ()
    refused_names: Sequence[str] = ()
    waived_names: Sequence[str] = ()


@transaction.atomic
def hold_hearing(
    *, case_id: int, facts: HearingFacts, actor: Account, at: Moment, seen_version: int | None = None
) -> Hearing:
    """The chair records it. What the party said in its defence is re-examined point by point like any statement."""
    case = lock_case(case_id, seen_version=seen_version)
    hearing = hearing_of_chair(case, actor)
    examined = _checked(case, hearing, facts, at)
    taken = take(Taking(FLOWS["penalty"], case, "hold_hearing", actor, at, _given(facts)))
    hearing.status, hearing.ended_on = HearingStatus.HELD, at.day
    hearing.agent_names, hearing.attended_names = list(facts.agent_names), list(facts.attended_names)
    hearing.examined_refs, hearing.opinion = [one.public_id for one in examined], facts.opinion.strip()
    _took_part(case, hearing, facts, at)
    hearing.record = _papers(case, hearing, facts, examined, actor=actor, at=at)
    hearing.save()
    points = [point.strip() for point in facts.points if point.strip()]
    requests = list(hearing.requests.filter(withdrawn_on=None).select_related("notice").order_by("pk"))
    _take_down(case, requests, hearing, points, at)
    announce(taken, HearingHeld(at.day, len(examined), len(points)), actor=actor, at=at)
    return hearing


def _given(facts: HearingFacts) -> dict[str, list[str]]:
    """What the gates ask about. Raises Refused where somebody who did not come would have waived anything."""
    came = {one.name for one in facts.third_parties}
    if absent := [name for name in facts.waived_names if name not in came]:
        raise Refused(
            f"{'、'.join(absent)}没有到场，不能放弃提前通知。", "APL-2021:64.1.2", field="waived_names",
            remedy="只填到场的第三人；没有到场又没有依法通知的，请延期。",
        )  # fmt: skip
    return {"agents": list(facts.agent_names), "waived": list(facts.waived_names)}


def _took_part(case: Case, hearing: Hearing, facts: HearingFacts, at: Moment) -> None:
    staff = (hearing.chair.name, hearing.clerk_name, *hearing.member_names)
    told = {one["name"]: one.get("recipient_ref", "") for one in hearing.third_parties}
    waived = set(facts.waived_names)
    hearing.third_parties = [
        one
        | {
            "told": "yes" if one["name"] in told else "",
            "waived": "yes" if one["name"] in waived else "",
            "recipient_ref": told.get(one["name"], ""),
        }
        for one in admitted(case, facts.third_parties, staff, at, side={*facts.attended_names, *facts.agent_names})
    ]
    hearing.signing, hearing.refusal_note = facts.signing, facts.refusal_note.strip()
    hearing.signatures = signatures(
        case, hearing, signing=facts.signing, refused=facts.refused_names, note=facts.refusal_note, at=at
    )


def _checked(case: Case, hearing: Hearing, facts: HearingFacts, at: Moment) -> list[Evidence]:
    if at.day < legal_day(hearing.set_for):
        raise Refused(
            "听证应当在通知的时间举行。", "APL-2021:64.1.2", field="occurred_at", remedy="需要改期的，请先延期。"
        )
    if facts.ended_at < at.occurred_at or facts.ended_at > at.recorded_at:
        raise Refused("结束时间应当在开始以后、现在以前。", "APL-2021:64.1.8", field="ended_at", remedy="请核对时间。")
    examined = list(evidence_of(case.public_id).filter(public_id__in=list(facts.examined_refs)).order_by("pk"))
    if not facts.said.strip() or not examined:
        raise Refused(
            "听证未经举证质证。", "APL-2021:64.1.7", field="examined_refs" if facts.said.strip() else "said",
            remedy="请写明举证、质证的经过，勾选经质证的证据。",
        )  # fmt: skip
    told = {"said": facts.said, "opinion": facts.opinion, "refusal_note": facts.refusal_note}
    keep_secret(case, told | {"third_parties": ThirdParty.written(facts.third_parties)}, at_hearing=True)
    return examined


def _papers(
    case: Case, hearing: Hearing, facts: HearingFacts, examined: Sequence[Evidence], *, actor: Account, at: Moment
) -> Document:
    record = make_document(
        kind="hearing_record", title=hearing_papers.RECORD, body=case.body, file_ref=case.public_id, dated_on=at.day,
        sheet=hearing_papers.record(
            case, hearing=hearing, began_at=at.occurred_at, ended_at=facts.ended_at, said=facts.said, dated_on=at.day,
            investigators=[officer.name for officer in standing.officers_on(case, at.day)],
            evidence=[one.name for one in examined],
        ),
        actor=actor, at=at,
    )  # fmt: skip
    if facts.opinion.strip():
        make_document(
            kind="hearing_report", title=hearing_papers.REPORT, body=case.body, file_ref=case.public_id,
            dated_on=at.day, actor=actor, at=at, volume="side",
            sheet=hearing_papers.report(case, hearing=hearing, opinion=facts.opinion, dated_on=at.day),
        )  # fmt: skip
    return record


def _take_down(
    case: Case, requests: Sequence[HearingRequest], hearing: Hearing, points: Sequence[str], at: Moment
) -> None:
    if not points or not requests:
        return
    statement = StatementAndDefence.objects.create(
        case=case, notice=requests[0].notice, way=StatementWay.AT_HEARING, made_on=at.day,
        made_by="、".join(hearing.attended_names)[:80] or requests[0].notice.party.name[:80], document=hearing.record,
    )  # fmt: skip
    for position, text in enumerate(points, start=1):
        StatementPoint.objects.create(statement=statement, position=position, text=text)
