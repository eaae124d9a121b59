"""Ask an employer to come, and to hand over materials by a day (L09)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction

from yangguang.cases.events.inquiry import InterviewNoticeIssued
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.labour.documents import inquiry
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case, InterviewNotice, NoticeWay
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import chosen
from yangguang.records.api import make_document

CLAUSE, EVADES = "LSR-2004:15.1", "WPN-2014:evade_notice"


@transaction.atomic
def issue_interview_notice(
    *, case_id: int, party_ref: str, appear_at: datetime, place: str, materials: str, due_on: date,
    officers: Sequence[Officer], actor: Account, at: Moment, way: str = NoticeWay.PAPER, receipt: str = "",
    seen_version: int | None = None,
) -> InterviewNotice:  # fmt: skip
    """The paper with its number. Told by message or telephone with proof, its term runs at once; else from service."""
    case = lock_case(case_id, seen_version=seen_version)
    party = case.parties.filter(public_id=party_ref).first()
    if party is None:
        raise Refused("请选择被调查单位。", CLAUSE, field="party_ref")
    chosen(way, NoticeWay.values, label="通知方式", clause=CLAUSE, field="way")
    if not materials.strip():
        raise Refused("应当写明需要提供的资料。", CLAUSE, field="materials", remedy="请逐项写明。")
    _in_order(due_on, appear_at, at, receipt if way == NoticeWay.MESSAGE else "none needed")
    where, listed = (
        worded(place, label="地点", field="place", most=200),
        worded(materials, label="资料", field="materials"),
    )
    keep_secret(case, {"materials": listed, "place": where, "receipt": receipt})
    taken = take(Taking(FLOWS["penalty"], case, "issue_interview_notice", actor, at, {"officers": list(officers)}))
    document = make_document(
        kind="interview_notice", title="劳动保障监察调查询问书", number_kind="监询", body=case.body,
        file_ref=case.public_id, dated_on=at.day, actor=actor, at=at,
        sheet=inquiry.interview_notice(
            case, party=party.name, appear_at=appear_at, place=where, materials=listed, due_on=due_on, on=at.day
        ),
    )  # fmt: skip
    notice = InterviewNotice.objects.create(
        case=case, party=party, document=document, way=way, appear_at=appear_at, place=where, materials=listed,
        due_on=due_on, receipt=receipt.strip()[:400],
    )  # fmt: skip
    if way == NoticeWay.MESSAGE:
        notice_arrives(notice, on=at.day, event="短信、电话通知")
    event = InterviewNoticeIssued(document.number, party.name, due_on, NoticeWay(way).label)
    announce(taken, event, actor=actor, at=at)
    return notice


def _in_order(due_on: date, appear_at: datetime, at: Moment, receipt: str) -> None:
    """Days that are still to come, and a receipt where no paper is served."""
    if due_on < at.day or appear_at < at.occurred_at:
        raise Refused("到场时间和提供资料的期限不得早于发出之日。", CLAUSE, field="due_on", remedy="请核对日期。")
    if not receipt.strip():
        raise Refused(
            "短信、电话通知应当留存能够确认收悉的凭据。",
            EVADES,
            field="receipt",
            remedy="请写明号码、时间和收悉的情况。",
        )


def notice_arrives(notice: InterviewNotice, *, on: date, event: str) -> None:
    """From the day it arrived the employer has until the day the notice names."""
    notice.served_on = on
    notice.save(update_fields=["served_on"])
    case: Case = notice.case
    run_clocks.start(
        case, "provide_materials_by", on=on, event=event, about_ref=notice.public_id,
        fixed_due_on=run_clocks.last_day_for_party(notice.due_on),
    )  # fmt: skip
