"""Archive the file of a case: catalogue with page numbers; from then on nothing in it changes."""

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
from yangguang.records.api import documents_of, make_document

Row = tuple[str, str, str, str, str]


@transaction.atomic
def archive_file(*, case_id: int, actor: Account, at: Moment, seen_version: int | None = None) -> Case:
    """Raises Refused while a paper has not been rendered yet: its pages could not be numbered."""
    case = lock_case(case_id, seen_version=seen_version)
    rows, pages = contents_of(case.public_id)
    waiting = documents_of(case.public_id).filter(pages=None).exclude(status="voided").count()
    if waiting:
        raise Refused(f"还有 {waiting} 份文书没有生成，不能编页号。", "APL-2021:47", remedy="请稍候再归档。")
    taken = take(Taking(main_flow(case), case, "archive_file", actor, at))
    make_document(
        kind="catalogue", title=catalogue.TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor,
        sheet=catalogue.sheet(case, rows=rows, dated_on=at.day), at=at,
    )  # fmt: skip
    announce(taken, CaseFileArchived(len(rows), pages), actor=actor, at=at)
    return case


def contents_of(file_ref: str) -> tuple[list[Row], int]:
    """Every paper of the file in its order with its run of page numbers, and how many pages there are."""
    rows: list[Row] = []
    page = 0
    for number, document in enumerate(documents_of(file_ref), start=1):
        count = document.pages or 0
        span = f"{page + 1}" if count <= 1 else f"{page + 1}—{page + count}"
        dated = document.dated_on.isoformat() if document.dated_on else ""
        rows.append((str(number), document.number, document.title, dated, span if count else "—"))
        page += count
    return rows, page
