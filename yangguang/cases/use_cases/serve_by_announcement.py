"""Make an announcement that was agreed to: from this day the days run; it is served on the day they are full."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from yangguang.cases.events.serving import AnnouncementMade
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import AnnouncementStatus, Clock, Instruction, ServiceAnnouncement
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.serving import disposition_of
from yangguang.cases.use_cases import run_clocks
from yangguang.cases.use_cases._announcing import CLOCK, clause_of
from yangguang.cases.use_cases._arrival import everybody_reached_or_announced
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account, Officer
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import DocumentStatus, EvidenceKind, add_evidence

CLAUSE = "CPL-2023:95.1"
Photo = tuple[str, bytes]


@transaction.atomic
def serve_by_announcement(
    *, case_id: int, announcement_ref: str, places: str, photos: Sequence[Photo], officers: Sequence[Officer],
    actor: Account, at: Moment, seen_version: int | None = None,
) -> ServiceAnnouncement:  # fmt: skip
    """`photos` as name and content; they go into the file as evidence of the posting."""
    case = lock_case(case_id, seen_version=seen_version)
    row = case.announcements.select_for_update().filter(public_id=announcement_ref).first()
    if row is None:
        raise Refused("请选择要发出的公告。", CLAUSE, field="announcement_ref")
    if row.document.status == DocumentStatus.VOIDED or row.notice.status == DocumentStatus.VOIDED:
        raise Refused("文书或者公告已经作废，不能公告。", CLAUSE, remedy="请重新制作文书后再提请公告送达。")
    where = worded(places, label="公告地点和方式", field="places", most=400)
    given = {"announcement": row, "photos": list(photos), "officers": list(officers)}
    taken = take(Taking(main_flow(case), case, "serve_by_announcement", actor, at, given))
    clause = clause_of(case, row.document, on=at.day)
    clock = run_clocks.start(case, CLOCK, on=at.day, event="发出公告", about_ref=row.public_id, counted_by=clause)
    _terms_end_later(row, clock.due_on)
    row.status, row.announced_on, row.places = AnnouncementStatus.RUNNING, at.day, where
    row.officer_names = [officer.name for officer in officers]
    row.photo_refs = [_kept(row, name, content, where, actor, at) for name, content in photos]
    row.save()
    if everybody_reached_or_announced(row):
        _own_term_is_kept(row, at)
    announce(taken, AnnouncementMade(row.document.title, where, clock.due_on, len(photos)), actor=actor, at=at)
    return row


def _kept(row: ServiceAnnouncement, name: str, content: bytes, where: str, actor: Account, at: Moment) -> str:
    found = add_evidence(
        body=row.case.body, file_ref=row.case.public_id, kind=EvidenceKind.AUDIOVISUAL, source="执法人员现场拍摄",
        name=f"{row.notice.number}公告张贴照片", proves=f"公告送达《{row.document.title}》", obtained_on=at.day,
        collector_names=row.officer_names, actor=actor, at=at, content=content, file_name=name,
        obtained_at_place=where[:200], original=True,
    )  # fmt: skip
    return found.public_id


def _terms_end_later(row: ServiceAnnouncement, last_day: date) -> None:
    """A paper whose own day would be over when it counts as served gives no term at all."""
    line = disposition_of(row.case, row.document)
    if line is not None and line.demand_id == row.document_id and (line.demand_due_on or last_day) <= last_day:
        raise Refused(
            "催告书载明的履行期限应当晚于送达之日。", "ACL-2011:35", field="announcement_ref",
            remedy=f"公告期满日是{last_day:%Y年%-m月%-d日}，请作废后另行制作催告书，把期限定在其后。",
        )  # fmt: skip
    instruction = Instruction.objects.filter(case=row.case, document_ref=row.document.public_id).first()
    if instruction is not None and instruction.orders.filter(due_on__lte=last_day).exists():
        raise Refused(
            "送达时指定期限已过，应当重新确定期限。", "LSR-2004:18.1", field="announcement_ref",
            remedy=f"公告期满日是{last_day:%Y年%-m月%-d日}，请变更指令，把期限定在其后。",
        )  # fmt: skip


def _own_term_is_kept(row: ServiceAnnouncement, at: Moment) -> None:
    """The agency has done its part once it has announced; where it is late, the course of the announcement says why."""
    running = Clock.objects.filter(case=row.case, kind="serve_by", stopped_on=None)
    for one in running.order_by("pk"):
        if at.day > run_clocks.due_of(one).day and not one.overdue_reason:
            one.overdue_reason = f"公告送达：{row.course}"[:400]
            one.save(update_fields=["overdue_reason"])
    run_clocks.stop(row.case, "serve_by", on=at.day, event="发出送达公告")
