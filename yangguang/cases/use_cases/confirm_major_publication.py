"""Confirm that a violation goes before the public (G02)."""

from __future__ import annotations

from yangguang.cases.events.major_violations import MajorViolationMoved
from yangguang.cases.kinds.major_labour_violations.public_rows import batch_of, words_of
from yangguang.cases.kinds.wage_arrears_sanctions import papers
from yangguang.cases.models import MajorViolation
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account, asks_code, reauthenticate
from yangguang.kernel.moment import Moment

CLAUSE = "MVP-2016:5"


@asks_code
def confirm_major_publication(
    *, violation: MajorViolation, code: str, scope_note: str, secrecy_note: str, actor: Account, at: Moment
) -> MajorViolation:
    """By the agency head, with a fresh code."""
    line = locked_line(violation)
    given = {"scope_note": scope_note, "secrecy_note": secrecy_note, "public_words": words_of(line)}
    taken = step_taken(line, "confirm_major_publication", actor=actor, at=at, given=given)
    reauthenticate(actor, code, purpose="decide")
    line.confirmed_on = at.day
    line.save()
    rows = [
        ("违法主体", line.party.name),
        ("公开范围审查", scope_note),
        ("保密审查", secrecy_note),
        ("批次", batch_of(line)),
    ]
    papers.form(
        line, kind="major_publication_approval", title="重大劳动保障违法行为公布审批表", rows=rows, actor=actor, at=at
    )
    told(taken, line, MajorViolationMoved("确认公布", line.party.name, (CLAUSE,)), actor=actor, at=at)
    return line
