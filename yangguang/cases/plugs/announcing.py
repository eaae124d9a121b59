"""Gates of an announcement from consent to its last day, what the consent carries out, and the job of the last day."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from yangguang.base.approvals import when_approved
from yangguang.base.events import SYSTEM
from yangguang.base.jobs import scheduled
from yangguang.base.models import Approval
from yangguang.cases.gates import Attempt, gate
from yangguang.cases.models import AnnouncementStatus, Case, ServiceAnnouncement
from yangguang.cases.serving import announcements_to_make
from yangguang.cases.use_cases.approve_announcement import approve_announcement
from yangguang.cases.use_cases.deem_served import deem_all_served, last_day_of
from yangguang.cases.use_cases.request_announcement import PURPOSE
from yangguang.kernel.moment import Moment


@gate(
    "announcement_agreed", label="承办机构负责人已同意公告送达", clauses=("CPL-2023:95.2",),
    remedy="请先提请公告送达，由承办机构负责人签署。",
)  # fmt: skip
def announcement_agreed(attempt: Attempt) -> str:
    """There is none that was agreed to and still waits to be made."""
    named: ServiceAnnouncement | None = dict.get(attempt.given, "announcement")
    waiting = [named] if named is not None else announcements_to_make(attempt.case)
    agreed = any(one.status == AnnouncementStatus.AGREED for one in waiting)
    return "" if agreed else "公告送达没有经承办机构负责人同意。"


@gate(
    "announcement_photographed", label="公告有张贴照片", clauses=("CPL-2023:95.2", "TSO-2018:av_key"),
    remedy="请上传公告张贴、刊登的照片。",
)  # fmt: skip
def announcement_photographed(attempt: Attempt) -> str:
    """Nothing shows that it hung where the record says."""
    return "" if attempt.given.get("photos") else "没有公告张贴、刊登的照片。"


@gate(
    "announcement_full", label="公告期满", clauses=("CPL-2023:95.1",), remedy="请等到满期之日，系统届时自动登记。",
)  # fmt: skip
def announcement_full(attempt: Attempt) -> str:
    """The days of the law are not over yet for any announcement that runs."""
    named: ServiceAnnouncement | None = dict.get(attempt.given, "announcement")
    running = [named] if named is not None else list(
        attempt.case.announcements.filter(status=AnnouncementStatus.RUNNING).order_by("pk")
    )  # fmt: skip
    days = [day for one in running if (day := last_day_of(one)) is not None]
    return "" if any(attempt.at.day >= day for day in days) else "公告没有满期，不能视为送达。"


@when_approved(PURPOSE)
def announcement_is_approved(approval: Approval, *, actor: Any, at: Moment) -> None:
    """The notice goes into the file, ready to be posted."""
    case = Case.objects.get(public_id=approval.proposal["case_ref"])
    approve_announcement(case_id=case.pk, approval=approval, actor=actor, at=at)


@scheduled("cases.announcements", title="公告期满视为送达", every=timedelta(hours=1))
def serve_what_is_full() -> int:
    """Whatever was announced and is full today is served as of its day."""
    return deem_all_served(actor=SYSTEM, at=Moment.now())
