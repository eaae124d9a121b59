"""Answer every point of the parties' defence: taken up or not, and why (APL-2021:45.1)."""

from __future__ import annotations

from collections.abc import Mapping

from django.db import transaction

from yangguang.cases import standing
from yangguang.cases.events.hearing_parties import StatementReExamined
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.penalty.documents import re_examination
from yangguang.cases.kinds.register import FLOWS
from yangguang.cases.models import Case
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.cases.use_cases.take_step import Taking, announce, take
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused
from yangguang.records.api import make_document

CLAUSE = "APL-2021:45.1"


@transaction.atomic
def re_examine(
    *, case_id: int, answers: Mapping[int, tuple[bool, str]], actor: Account, at: Moment,
    seen_version: int | None = None,
) -> Case:  # fmt: skip
    """`answers`: for each open point its number, whether it is taken up, and why. No points: 期满无意见."""
    case = lock_case(case_id, seen_version=seen_version)
    points = standing.open_points(case)
    for point in points:
        adopted, answer = answers.get(point.pk, (False, ""))
        if not answer.strip():
            raise Refused(
                "当事人的陈述申辩尚未复核。", CLAUSE, remedy="请逐条写明采纳与否和理由。", field=f"answer_{point.pk}"
            )
    keep_secret(case, {f"answer_{point.pk}": answers[point.pk][1] for point in points})
    taken = take(Taking(FLOWS["penalty"], case, "re_examine", actor, at))
    for point in points:
        point.adopted, point.answer = answers[point.pk][0], answers[point.pk][1].strip()
        point.re_examined_on = at.day
        point.save(update_fields=["adopted", "answer", "re_examined_on"])
    officers = [officer.name for officer in standing.officers_on(case, at.day)]
    rows = [(point.text, bool(point.adopted), point.answer) for point in points]
    make_document(
        kind="re_examination", title=re_examination.TITLE, body=case.body, file_ref=case.public_id, dated_on=at.day,
        sheet=re_examination.sheet(case, answers=rows, officers=officers, dated_on=at.day), actor=actor, at=at,
        volume="side",
    )  # fmt: skip
    accepted = sum(bool(point.adopted) for point in points)
    announce(taken, StatementReExamined(accepted, len(points) - accepted), actor=actor, at=at)
    return case
