"""Look at an objection again: what was published stays, or is corrected (G04)."""

from __future__ import annotations

from django.db import transaction

from yangguang.cases.events.major_violations import MajorViolationMoved, MajorViolationTakenBack
from yangguang.cases.informants import keep_secret
from yangguang.cases.kinds.wage_arrears_sanctions import papers
from yangguang.cases.models import MajorViolation
from yangguang.cases.rules.lead_entry import worded
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment

CLAUSE = "MVP-2016:10"


@transaction.atomic
def answer_major_objection(
    *, violation: MajorViolation, answer: str, corrected: bool, actor: Account, at: Moment, overdue_reason: str = ""
) -> MajorViolation:
    """With an answer to the party; where it is corrected, the answer is what the public reads from then on."""
    line = locked_line(violation)
    words = worded(answer, label="复核决定", field="answer", most=1000)
    keep_secret(line.case, {"answer": words})
    act = "answer_major_objection" if corrected else "keep_major_publication"
    taken = step_taken(line, act, actor=actor, at=at, given={"overdue_reason": overdue_reason})
    papers.letter(
        line, kind="major_objection_answer", title="公布异议复核决定书", number_kind="公复", to=line.party.name,
        words=[f"你单位对公布内容提出的异议，经复核：{words}"], actor=actor, at=at,
    )  # fmt: skip
    line.answer = words
    event: MajorViolationMoved | MajorViolationTakenBack = MajorViolationMoved("复核维持", words, (CLAUSE,))
    if corrected:
        line.correction = words
        event = MajorViolationTakenBack(line.public_id, line.party.name, "经复核更正", words, (CLAUSE,))
    line.save()
    told(taken, line, event, actor=actor, at=at)
    return line
