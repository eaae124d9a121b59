"""Publications of major violations for tests, each a little further on its way."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.builders.cases import a_decided_case, handler_of, on, person_of
from tests.builders.directory import fresh_code
from tests.builders.remembered import remembered
from tests.builders.sanctions import a_publisher
from yangguang.base.events import SYSTEM
from yangguang.cases.models import Case, MajorViolation
from yangguang.cases.use_cases.confirm_major_publication import confirm_major_publication
from yangguang.cases.use_cases.mark_major_candidate import mark_major_candidate
from yangguang.disclosure.use_cases.release_entry import release_entry
from yangguang.disclosure.use_cases.schedule_entry import schedule_entry

MARKED, PUBLISHED, UNTIL = date(2026, 11, 9), date(2026, 11, 10), date(2027, 11, 10)


def marked(case: Case, *, day: date = MARKED, hour: int = 9, **facts: Any) -> MajorViolation:
    """Put forward by the handler."""
    told = {
        "kind": "working_time", "standard": "涉及二十名劳动者，连续三个月。", "facts": "安排劳动者每月加班超过36小时。",
        "handling": "给予警告并罚款。",
    }  # fmt: skip
    with on(day, hour) as at:
        given = {"party": case.parties.get()} | told | facts
        return mark_major_candidate(case=case, actor=handler_of(case), at=at, **given)


@remembered
def a_candidate(case: Case | None = None) -> MajorViolation:
    """Of a case in which a penalty was decided."""
    return marked(case or a_decided_case())


@remembered
def a_confirmed_violation(line: MajorViolation | None = None) -> MajorViolation:
    """Confirmed by the head the same day."""
    return confirmed(line or a_candidate())


def confirmed(line: MajorViolation, *, day: date = MARKED, **facts: Any) -> MajorViolation:
    """By the head."""
    head = person_of(line.case.body, "agency_head")
    with on(day, 15) as at:
        given = {"code": fresh_code(head), "scope_note": "应当公布。", "secrecy_note": "不涉密，已脱敏。"} | facts
        return confirm_major_publication(violation=line, actor=head, at=at, **given)


def published(line: MajorViolation, *, day: date = PUBLISHED, hour: int = 9, **facts: Any) -> MajorViolation:
    """By the publisher, who did nothing of it."""
    publisher = a_publisher(line.case.body)
    with on(day, hour) as at:
        publication = schedule_entry(entry=line, actor=SYSTEM, at=at) or line.publication
        told = {
            "secrecy_note": "不涉密。",
            "until": UNTIL,
            "until_basis": "示范省公布办法",
            "code": fresh_code(publisher),
        }
        release_entry(publication_id=publication.pk, actor=publisher, at=at, **(told | facts))
    return MajorViolation.objects.get(pk=line.pk)


@remembered
def a_published_violation() -> MajorViolation:
    """Before the public."""
    return published(a_confirmed_violation())
