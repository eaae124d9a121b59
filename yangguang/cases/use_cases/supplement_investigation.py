"""Send the file back for more investigation."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.investigating import InvestigationSupplemented
from yangguang.cases.kinds.penalty.documents import short_form
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

TITLE = "补充调查通知"


@transaction.atomic
def supplement_investigation(
    *, case_id: int, wanted: str, actor: Account, at: Moment, seen_version: int | None = None
) -> Case:
    """The report is superseded; the notices stand until new ones replace them. The term of decision runs on."""
    case = lock_case(case_id, seen_version=seen_version)
    if not wanted.strip():
        raise Refused("退回补充调查应当写明需要查明的事实。", "APL-2021:40", field="wanted")
    taken = take(Taking(FLOWS["penalty"], case, "supplement_investigation", actor, at))
    case.reports.filter(superseded_on=None).update(superseded_on=at.day, supplement=wanted.strip()[:400])
    make_document(
        kind="supplement_notice", title=TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day, actor=actor,
        sheet=short_form.sheet(case, title=TITLE, rows=[("需要查明的事实", wanted.strip())], dated_on=at.day),
        at=at, volume="side",
    )  # fmt: skip
    announce(taken, InvestigationSupplemented(wanted.strip()), actor=actor, at=at)
    return case
