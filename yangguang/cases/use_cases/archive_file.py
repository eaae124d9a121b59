"""Archive the file of a case: contents with page numbers; from then on nothing in it changes, and the job process binds it."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.deciding import CaseFileArchived
from yangguang.cases.kinds.penalty.documents import catalogue
from yangguang.cases.kinds.penalty.documents.frame import sentence
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Case
from yangguang.cases.signatures import lacking_signatures, titles_of
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document, plan_of, seal_file

LONGEST_NOTE = 400
Row = tuple[str, str, str, str, str]


@transaction.atomic
def archive_file(
    *,
    case_id: int,
    actor: Account,
    at: Moment,
    kept_for: str = "",
    condition: str = "",
    unsigned_reason: str = "",
    seen_version: int | None = None,
) -> Case:
    """Raises Refused while a paper has not been rendered yet: its pages could not be numbered; and while signed pages are
    lacking, unless the archivist writes why: the reason stands in the note of the file.
    """
    case = lock_case(case_id, seen_version=seen_version)
    volumes = plan_of(case.public_id)
    if waiting := sum(volume.unrendered for volume in volumes):
        raise Refused(f"还有 {waiting} 份文书没有生成，不能编页号。", "APL-2021:47", remedy="请稍候再归档。")
    unsigned, reason = lacking_signatures(case), unsigned_reason.strip()
    taken = take(Taking(main_flow(case), case, "archive_file", actor, at, {"unsigned_reason": reason}))
    missing = f"{titles_of(unsigned)}的签名页没有归入，原因：{sentence(reason)}" if unsigned else ""
    make_document(
        kind="catalogue", title=catalogue.TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor,
        sheet=catalogue.sheet(case, volumes=volumes, dated_on=at.day), at=at,
    )  # fmt: skip
    noted = _note(condition, f"{len(unsigned)} 份文书的签名页没有归入，原因：{sentence(reason)}" if unsigned else "")
    seal_file(body=case.body, file_ref=case.public_id, kept_for=kept_for, condition=noted, actor=actor, at=at)
    entries, pages = (sum(counts) for counts in zip(*((len(v.entries), v.pages) for v in volumes), strict=True))
    announce(taken, CaseFileArchived(entries, pages, missing), actor=actor, at=at)
    return case


def _note(condition: str, unsigned: str) -> str:
    """What the note of the file says. Raises Refused for more than it holds."""
    noted = " ".join(filter(None, (condition.strip(), unsigned)))
    if len(noted) > LONGEST_NOTE:
        raise Refused(
            f"本卷情况说明连同签名页没有归入的原因，不得超过 {LONGEST_NOTE} 字。", "APL-2021:47", field="condition",
            remedy="请写得简短些。",
        )  # fmt: skip
    return noted


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
