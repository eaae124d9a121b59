"""Record what a party says in its defence, point by point (APL-2021:45.1)."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction

from yangguang.cases import standing
from yangguang.cases.events.hearing_parties import StatementAndDefenceRecorded
from yangguang.cases.kinds.penalty.documents import statement_record
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import AgentPower, PriorNotice, StatementAndDefence, StatementPoint, StatementWay
from yangguang.cases.use_cases._agents import speaking
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.kernel.written_text import chosen
from yangguang.records.api import make_document

CLAUSE = "APL-2021:45.1"


@transaction.atomic
def record_statement(
    *, case_id: int, notice_ref: str, way: str, made_by: str, points: Sequence[str], actor: Account, at: Moment,
    nothing_to_add: bool = False, late_reason: str = "", agent_ref: str = "", seen_version: int | None = None,
) -> StatementAndDefence:  # fmt: skip
    """A statement after its period needs a good reason; one after a waiver, in time, revives the right (PF-9)."""
    case = lock_case(case_id, seen_version=seen_version)
    label = StatementWay(chosen(way, StatementWay.values, label="提出方式", clause=CLAUSE, field="way")).label
    notice = PriorNotice.objects.filter(case=case, public_id=notice_ref, superseded_on=None).first()
    if notice is None or notice.served_on is None or at.day < notice.served_on:
        raise Refused("告知书还没有送达，陈述申辩期还没有开始。", "APL-2021:62", field="notice_ref")
    said = [point.strip() for point in points if point.strip()]
    if not said:
        raise Refused("请逐条写下当事人的意见。", CLAUSE, field="points")
    last = standing.window_last_day(notice, "statement_period")
    if last is not None and at.day > last and not late_reason.strip():
        raise Refused(
            "超过陈述申辩期限，且无正当理由。", CLAUSE, remedy="有正当理由的，请写明后提交。",
            field="late_statement_reason",
        )  # fmt: skip
    agent = speaking(case, notice, agent_ref, AgentPower.STATEMENT, at)
    made_by = f"{agent.name}（委托代理人）" if agent else made_by
    taken = take(Taking(FLOWS["penalty"], case, "record_statement", actor, at))
    document = make_document(
        kind="statement_record", title=statement_record.TITLE, body=case.body, file_ref=case.public_id,
        sheet=statement_record.sheet(
            case, party=notice.party.name, made_by=made_by, way=label, points=said, dated_on=at.day
        ),
        dated_on=at.day, actor=actor, at=at,
    )  # fmt: skip
    statement = StatementAndDefence.objects.create(
        case=case, notice=notice, way=way, made_on=at.day, made_by=made_by.strip(), nothing_to_add=nothing_to_add,
        late_reason=late_reason.strip(), document=document, agent=agent,
    )  # fmt: skip
    for position, text in enumerate(said, start=1):
        StatementPoint.objects.create(statement=statement, position=position, text=text)
    if notice.statement_waived_on:
        notice.statement_waived_on = None
        notice.save(update_fields=["statement_waived_on"])
    announce(taken, StatementAndDefenceRecorded(len(said), label), actor=actor, at=at)
    return statement
