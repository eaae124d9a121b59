"""Correct what was published, with a reason the public reads (G05)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.major_violations import MajorViolationTakenBack
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.wage_arrears_sanctions import papers
from yangguang.cases.models import MajorViolation
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment

CLAUSES = ("MVP-2016:11", "APL-2021:48.2")


@transaction.atomic
def correct_major_publication(
    *, violation: MajorViolation, reason: str, actor: Account, at: Moment, overdue_reason: str = ""
) -> MajorViolation:
    """The facts leave the public at once; the reason stands in their place."""
    line = locked_line(violation)
    keep_secret(line.case, {"reason": reason})
    given = {"reason": reason, "overdue_reason": overdue_reason}
    taken = step_taken(line, "correct_major_publication", actor=actor, at=at, given=given)
    line.correction = reason.strip()[:1000]
    line.save()
    papers.letter(
        line, kind="major_correction", title="重大劳动保障违法行为公布更正说明", number_kind="公更", to=line.party.name,
        words=[f"本机关公布的你单位重大劳动保障违法行为，现予更正：{line.correction}"], actor=actor, at=at,
    )  # fmt: skip
    event = MajorViolationTakenBack(line.public_id, line.party.name, "更正", line.correction, CLAUSES)
    told(taken, line, event, actor=actor, at=at)
    return line
