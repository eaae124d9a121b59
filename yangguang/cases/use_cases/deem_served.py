"""A paper that was announced counts as served on the day its days are full. The law brings this about (T5)."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from yangguang.base.events import Actor
from yangguang.cases.events.serving import AnnouncementFull
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import (
    AddressedPaper,
    AnnouncementStatus,
    Case,
    Clock,
    Disposition,
    Instruction,
    ServiceAnnouncement,
    ServiceMethod,
    ServiceOfDocuments,
)
from yangguang.cases.serving import addressed, by_whom, disposition_of
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._addressed import arrived
from yangguang.cases.use_cases._announcing import CLOCK, settle
from yangguang.cases.use_cases._arrival import has_arrived, reaching
from yangguang.cases.use_cases._deemed_beside import act_of, begins, line_of, reached
from yangguang.cases.use_cases._enclosing import enclosures_served
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.serve_disposition import disposition_arrives
from yangguang.cases.use_cases.serve_instruction import days_run
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import DocumentStatus, mark_served

HOW = "公告期满，"


def last_day_of(row: ServiceAnnouncement) -> date | None:
    """The day an announcement is full; None before it was made and after it ended."""
    clock = Clock.objects.filter(case=row.case, kind=CLOCK, about_ref=row.public_id, stopped_on=None).first()
    return run_clocks.due_of(clock).day if clock is not None else None


@transaction.atomic
def deem_served(*, announcement_ref: str, actor: Actor, at: Moment) -> ServiceAnnouncement:
    """Windows and terms run from the day that was full, whenever this is recorded. Raises Refused before that day."""
    row = ServiceAnnouncement.objects.select_related("case", "document").get(public_id=announcement_ref)
    case = lock_case(row.case_id)
    row = (
        ServiceAnnouncement.objects.select_for_update(of=("self",))
        .select_related("document", "party", "service_recipient")
        .get(pk=row.pk)
    )
    day = last_day_of(row) if row.status == AnnouncementStatus.RUNNING else None
    if day is None or at.day < day:
        raise Refused("公告没有满期，不能视为送达。", "CPL-2023:95.1", remedy="请等到满期之日，系统届时自动登记。")
    if row.document.status == DocumentStatus.VOIDED:
        settle(row, AnnouncementStatus.ENDED, on=at.day, why="文书已作废")
        return row
    event = AnnouncementFull(row.document.title, row.document.number, row.whom.name, day)
    if (instruction := Instruction.objects.filter(case=case, document_ref=row.document.public_id).first()) is not None:
        _instruction(instruction, row, day, event, actor, at)
    elif (disposition := disposition_of(case, row.document)) is not None:
        _disposition(disposition, row, day, event, actor, at)
    elif beside := [one for one in addressed(case, row.document) if one.whom == row.whom]:
        _beside(beside[0], row, day, event, actor, at)
    else:
        _paper(case, row, day, event, actor, at)
    return row


def deem_all_served(*, actor: Actor, at: Moment) -> int:
    """Every announcement that is full; returns how many were deemed served. One that cannot be waits for people."""
    due = Clock.objects.filter(kind=CLOCK, stopped_on=None, due_on__lte=at.day)
    done = 0
    for ref in list(due.order_by("pk").values_list("about_ref", flat=True)):
        try:
            done += deem_served(announcement_ref=ref, actor=actor, at=at).status == AnnouncementStatus.SERVED
        except Refused:
            continue
    return done


def _paper(
    case: Case, row: ServiceAnnouncement, day: date, event: AnnouncementFull, actor: Actor, at: Moment
) -> None:  # fmt: skip
    found = reaching(case, row.document, row.whom)
    act = "deem_decision_served" if found.last else "deem_served"
    taken = take(Taking(main_flow(case), case, act, actor, at, {"announcement": row}))
    _kept(row, day, at)
    has_arrived(found, on=day, how=HOW)
    announce(taken, event, actor=actor, at=at)


def _instruction(
    line: Instruction, row: ServiceAnnouncement, day: date, event: AnnouncementFull, actor: Actor, at: Moment
) -> None:
    line = locked_line(line)
    taken = step_taken(line, "deem_instruction_served", actor=actor, at=at, given={"announcement": row})
    _kept(row, day, at)
    line.served_on = day
    line.save()
    days_run(line, on=day, event=f"{HOW}指令视为送达")
    told(taken, line, event, actor=actor, at=at)


def _disposition(
    line: Disposition, row: ServiceAnnouncement, day: date, event: AnnouncementFull, actor: Actor, at: Moment
) -> None:
    line = locked_line(line)
    paper = row.document_id
    acts = {line.notice_id: "deem_notice_served", line.demand_id: "deem_demand_served"}
    act = acts.get(paper, "deem_disposition_served")
    taken = step_taken(line, act, actor=actor, at=at, given={"announcement": row})
    _kept(row, day, at)
    if act == "deem_notice_served":
        line.notified_on = day
        _term(line, "statement_period", day, "处理前告知")
    elif act == "deem_demand_served":
        line.demanded_on = day
        _term(line, "demand_expires_on", day, "催告书送达")
    else:
        for kind in ("apply_for_reconsideration_by", "sue_by"):
            _term(line, kind, day, "视为收到决定书")
        disposition_arrives(line, on=day, how=HOW)
    line.save()
    told(taken, line, event, actor=actor, at=at)


def _beside(
    found: AddressedPaper, row: ServiceAnnouncement, day: date, event: AnnouncementFull, actor: Actor, at: Moment
) -> None:  # fmt: skip
    line = locked_line(line_of(found))
    taken = step_taken(
        line, act_of(found), actor=actor, at=at, given={"announcement": row}, reached=reached(line, found)
    )
    _kept(row, day, at)
    arrived(found, on=day)
    begins(line, found, row, on=day, how=HOW)
    line.save()
    told(taken, line, event, actor=actor, at=at)


def _term(line: Disposition, kind: str, day: date, event: str) -> None:
    run_clocks.start(line.case, kind, on=day, event=f"{HOW}{event}", about_ref=line.public_id)


def _kept(row: ServiceAnnouncement, day: date, at: Moment) -> None:
    """The service itself; the announcement is its proof. Nobody tried anything on a later day than it was full."""
    mark_served(row.document.pk)
    enclosures_served(row.document)
    ServiceOfDocuments.objects.create(
        case=row.case, document=row.document, **by_whom(row.whom), method=ServiceMethod.ANNOUNCED, succeeded=True,
        served_on=day, attempted_on=row.announced_on or day, place=row.places[:200], proof_number=row.notice.number[:80],
        officer_names=row.officer_names,
    )  # fmt: skip
    settle(row, AnnouncementStatus.SERVED, on=day, why="期满视为送达")
