"""Archive the file of a case: contents with page numbers; from then on nothing in it changes, and the job process binds it."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.deciding import CaseFileArchived
from yangguang.cases.kinds.penalty.documents import catalogue
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Case
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document, plan_of, seal_file

Row = tuple[str, str, str, str, str]


@transaction.atomic
def archive_file(
    *,
    case_id: int,
    actor: Account,
    at: Moment,
    kept_for: str = "",
    condition: str = "",
    seen_version: int | None = None,
) -> Case:
    """Raises Refused while a paper has not been rendered yet: its pages could not be numbered."""
    case = lock_case(case_id, seen_version=seen_version)
    volumes = plan_of(case.public_id)
    if waiting := sum(volume.unrendered for volume in volumes):
        raise Refused(f"还有 {waiting} 份文书没有生成，不能编页号。", "APL-2021:47", remedy="请稍候再归档。")
    taken = take(Taking(main_flow(case), case, "archive_file", actor, at))
    make_document(
        kind="catalogue", title=catalogue.TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor,
        sheet=catalogue.sheet(case, volumes=volumes, dated_on=at.day), at=at,
    )  # fmt: skip
    seal_file(body=case.body, file_ref=case.public_id, kept_for=kept_for, condition=condition, actor=actor, at=at)
    entries, pages = (sum(counts) for counts in zip(*((len(v.entries), v.pages) for v in volumes), strict=True))
    announce(taken, CaseFileArchived(entries, pages), actor=actor, at=at)
    return case


def contents_of(file_ref: str) -> tuple[list[Row], int]:
    """Every paper of the file in its order with its run of page numbers, and how many pages there are."""
    volumes = plan_of(file_ref)
    rows = [
        (
            str(place),
            one.number,
            one.title,
            one.dated_on.isoformat() if one.dated_on else "",
            one.span if one.pages else "—",
        )
        for volume in volumes
        for place, one in enumerate(volume.entries, start=1)
    ]
    return rows, sum(volume.pages for volume in volumes)
