"""Until when a decision is public, with everything that was asked to know it: its grade, the body's list, the local value."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from yangguang.base import calendars, local_values
from yangguang.base.components.texts import cn_date
from yangguang.cases.api import Decision, DecisionKind, PartyKind, altering, conclusions, parties_of_decision
from yangguang.catalogues.api import promise_for
from yangguang.disclosure.models import Publication
from yangguang.disclosure.rules import grades
from yangguang.disclosure.rules.citing import cited
from yangguang.disclosure.rules.terms import PENALTIES
from yangguang.kernel.refusal import Refused
from yangguang.kernel.workdays import add_months

PERIOD = "publication_period_months"
ROW = "公开期限"  # how the public copy names it
BY_CLAUSE = "按条款的最长期限"


@dataclass(frozen=True)
class ShownTerm:
    """How long a decision is public: `source` says whose number of months it is, `repair_from` when repair may be asked for."""

    months: int
    until: date
    source: str
    graded: grades.Graded | None = None
    repair_from: date | None = None

    @property
    def label(self) -> str:
        """The grade in words; empty without one."""
        return grades.LABELS[self.graded.grade] if self.graded else ""


def graded(decision: Decision | None) -> grades.Graded | None:
    """The grade of a penalty as it stands; None for what is no penalty, and before the terms by grade are in force."""
    if decision is None or decision.kind not in PENALTIES or not grades.in_force(decision.decided_on):
        return None
    content, fine = conclusions.as_altered(decision, altering.alteration_of(decision))
    return grades.grade_of(
        on_the_spot=decision.kind == DecisionKind.ON_THE_SPOT,
        penalties=content.get("penalties") or decision.content.get("penalties") or (),
        tier=str((content.get("discretion") or decision.content.get("discretion") or {}).get("tier") or ""),
        fine_fen=fine,
        large_fine_fen=_large_fine(decision),
    )


def term_of(publication: Publication, on: date) -> ShownTerm:
    """By the body's list, else the local value, else the longest of the clause; within the clause in any case.

    Raises Refused for a decision without a grade when nobody has said how long it is public.
    """
    found, calendar = graded(publication.decision), calendars.in_force()
    months, source = _wanted(publication, on, found)
    if found is None:
        until = add_months(publication.decided_on, months or 0, calendar, roll=False).day
        return ShownTerm(months or 0, until, source)
    shown = grades.months_shown(found.grade, months)
    until = add_months(publication.decided_on, shown, calendar, roll=False).day
    repair = grades.repair_from(found.grade, publication.decided_on, calendar)
    return ShownTerm(shown, until, source, found, repair)


def kept_or_coming(publication: Publication, on: date) -> tuple[ShownTerm | None, str]:
    """The term a publication has, or would get if it were released on a day; or why it cannot get one."""
    if publication.term_months and publication.until:
        found = None
        if publication.term_grade:
            found = grades.Graded(grades.Grade(publication.term_grade), publication.term_why)
        kept = ShownTerm(
            publication.term_months, publication.until, publication.term_source, found, publication.repair_from
        )
        return kept, ""
    if not publication.waits:
        return None, ""
    try:
        return term_of(publication, on), ""
    except Refused as refusal:
        return None, refusal.reason


def keep_term(publication: Publication, term: ShownTerm) -> None:
    """Write it on the publication; nothing is stored yet."""
    publication.until, publication.term_months, publication.term_source = term.until, term.months, term.source
    publication.term_grade = term.graded.grade if term.graded else ""
    publication.term_why = term.graded.why if term.graded else ""
    publication.repair_from = term.repair_from


def clause_of(publication: Publication) -> str:
    """The clause of its term; empty where the law does not grade it."""
    return grades.CLAUSES[grades.Grade(publication.term_grade)] if publication.term_grade else ""


def words_of(publication: Publication) -> str:
    """What the public reads of the term; empty for one published before terms were explained."""
    if publication.until is None or publication.term_months is None:
        return ""
    told = f"自作出决定之日起{publication.term_months}个月，至{cn_date(publication.until)}，期满自动停止公开"
    if not publication.term_grade:
        return f"{told}。"
    grade = grades.Grade(publication.term_grade)
    low, _ = grades.months_of(grade)
    repair = "履行完毕后" if not low else f"满{low}个月（{cn_date(publication.repair_from)}）并且履行完毕后"
    return (
        f"{grades.LABELS[grade]}（{publication.term_why}），{told}；{repair}可以申请信用修复。"
        f"依据：{cited([grades.CLAUSES[grade]])}。"
    )


def _wanted(publication: Publication, on: date, found: grades.Graded | None) -> tuple[int | None, str]:
    promise = promise_for(publication.clause, publication.body, on)
    if promise and promise.months:
        return promise.months, promise.source
    local = local_values.find(PERIOD, chain=publication.body.public_id, on=on)
    if local is not None:
        return int(local.value), f"{local_values.NAMES[PERIOD]}：{local.source}"
    if found is not None:
        return None, BY_CLAUSE
    return int(local_values.value(PERIOD, chain=publication.body.public_id, on=on)), ""


def _large_fine(decision: Decision) -> int | None:
    """The least amount from which a fine is large for the parties of the decision, where the body has set one."""
    kinds = decision.case.parties.filter(pk__in=parties_of_decision(decision)).values_list("kind", flat=True)
    names = {
        f"hearing_threshold_{'organisation' if kind == PartyKind.ORGANISATION else 'person'}_fen" for kind in kinds
    }
    rows = (local_values.find(name, chain=decision.body.public_id, on=decision.decided_on) for name in sorted(names))
    return min((int(row.value) for row in rows if row is not None), default=None)
