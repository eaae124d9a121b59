"""Extend a measure once, before its days are over (M07). It takes effect when the party has been told in writing."""

from __future__ import annotations

from django.db import transaction

from yangguang.base import calendars
from yangguang.cases.events.custody import MeasureMoved
from yangguang.cases.kinds.coercion.documents import decision
from yangguang.cases.kinds.custody import papers
from yangguang.cases.models import CoerciveMeasure
from yangguang.cases.use_cases._custody import known_remedies, limit_of
from yangguang.cases.use_cases._lines import locked_line, step_taken, told
from yangguang.cases.use_cases.approve_coercive_measure import only_the_head
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.statutes import deadlines

CLAUSES = ("ACL-2011:25.1#extension", "ACL-2011:25.2")
TITLE = "延长行政强制措施期限决定书"


@transaction.atomic
def extend_coercive_measure(*, measure: CoerciveMeasure, reason: str, actor: Account, at: Moment) -> CoerciveMeasure:
    """The decision with its reason; the clock is lengthened when the party is told."""
    line = locked_line(measure)
    taken = step_taken(line, "extend_coercive_measure", actor=actor, at=at, given={"reason": reason})
    only_the_head(line, actor)
    line.extended_on, line.extension_reason = at.day, reason.strip()[:400]
    line.save()
    until = deadlines.due(CLAUSES[0], limit_of(line), calendars.in_force()).day
    paper = papers.letter(
        line.case, kind="extension_decision", title=TITLE, number_kind="延措", to=line.party.name, items=[],
        words=decision.extension_words(
            line, reason=reason, due_on=until, remedies=known_remedies(line.case.body, at.day)
        ), actor=actor, at=at,
    )  # fmt: skip
    event = MeasureMoved("批准延长", f"{paper.number}，延长至{until:%Y-%m-%d}，书面告知当事人后生效", CLAUSES)
    told(taken, line, event, actor=actor, at=at)
    return line
