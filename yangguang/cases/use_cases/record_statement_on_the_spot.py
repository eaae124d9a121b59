"""Hear the party on the spot and answer it there and then, or take down its express waiver (S03)."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from yangguang.cases import standing
from yangguang.cases.events.summary import StatementHeardOnTheSpot
from yangguang.cases.kinds.summary.documents import record
from yangguang.cases.models import PriorNotice, StatementAndDefence, StatementPoint, StatementWay, WaiverForm
from yangguang.cases.use_cases._on_the_spot import locked_scene, stepped, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import Document, make_document

CLAUSE = "APL-2021:45.1"
ANSWERS = {"none": "没有意见", "points": "提出意见", "waived": "明确放弃"}
WAIVED, NONE = "waived", "none"


@dataclass(frozen=True)
class Heard:
    """What the party answered: an opinion with its re-examination, nothing, or an express waiver."""

    answered: str
    opinion: str = ""
    adopted: bool = False
    re_examined: str = ""
    made_by: str = ""
    needs_investigation: bool = False


@transaction.atomic
def record_statement_on_the_spot(
    *, case_id: int, heard: Heard, actor: Account, at: Moment, seen_version: int | None = None
) -> PriorNotice:
    """Raises Refused when something new would have to be looked into, or an opinion is left without an answer."""
    case, scene = locked_scene(case_id, seen_version=seen_version)
    _is_answered(heard)
    taken = stepped(case, "record_statement_on_the_spot", actor=actor, at=at)
    (notice,) = standing.current_notices(case)
    if notice.statement_waived_on or notice.statements.exists():
        raise Refused("当事人的意见已经记录。", CLAUSE, remedy="请填写决定书，或者转普通程序。")
    words = ANSWERS[heard.answered] if not heard.opinion.strip() else heard.opinion.strip()
    document = make_document(
        kind="on_the_spot_statement_record", title=record.NOTICE_TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day,
        sheet=record.notice_sheet(
            case, told=notice.content, answer=words, re_examined=heard.re_examined.strip() or "—",
            certificates=scene.certificates, dated_on=at.day,
        ),
        actor=actor, at=at,
    )  # fmt: skip
    _keep(notice, heard, document, at)
    told(taken, StatementHeardOnTheSpot(ANSWERS[heard.answered]), actor=actor, at=at)
    return notice


def _is_answered(heard: Heard) -> None:
    if heard.needs_investigation:
        raise Refused("需要进一步调查，应当转普通程序。", CLAUSE, field="needs_investigation",
                      remedy="请办理“转普通程序”，现场材料随案转入。")  # fmt: skip
    if heard.answered not in ANSWERS:
        raise Refused("请写明当事人是否陈述、申辩。只有沉默不是放弃。", "APL-2021:62", field="answered")
    if heard.answered in {WAIVED, NONE}:
        if heard.opinion.strip():
            raise Refused("填写了意见，请选择“提出意见”。", CLAUSE, field="answered")
        return
    if not heard.opinion.strip():
        raise Refused("请写下当事人的意见。", CLAUSE, field="opinion")
    if not heard.re_examined.strip():
        raise Refused("当事人的陈述申辩尚未复核。", CLAUSE, field="re_examined", remedy="请写明采纳与否和理由。")


def _keep(notice: PriorNotice, heard: Heard, document: Document, at: Moment) -> None:
    if heard.answered == WAIVED:
        notice.statement_waived_on, notice.waiver_form = at.day, WaiverForm.WRITTEN
        notice.waiver_proof = f"{document.title}"
        notice.save(update_fields=["statement_waived_on", "waiver_form", "waiver_proof"])
        return
    statement = StatementAndDefence.objects.create(
        case=notice.case, notice=notice, way=StatementWay.ORAL, made_on=at.day, nothing_to_add=True, document=document,
        made_by=heard.made_by.strip() or notice.party.name,
    )  # fmt: skip
    if heard.answered != NONE:
        StatementPoint.objects.create(
            statement=statement, position=1, text=heard.opinion.strip(), adopted=heard.adopted,
            answer=heard.re_examined.strip(), re_examined_on=at.day,
        )  # fmt: skip
