"""Preservations and measures for tests, each a little further on its way: every step is the use case the screens call."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.builders.cases import an_agency, an_open_case, approve, handler_of, officers_of, on
from tests.builders.catalogues import a_drafter, a_head, cells_of
from tests.builders.remembered import remembered
from yangguang.base import approvals
from yangguang.cases.models import AdvancePreservation, Case, CoerciveMeasure
from yangguang.cases.rules.inventory import ItemEntry, OnTheSpot
from yangguang.cases.use_cases.advance_preservation import advance_preservation
from yangguang.cases.use_cases.propose_custody_act import propose_custody_act
from yangguang.cases.use_cases.request_advance_preservation import request_advance_preservation
from yangguang.cases.use_cases.request_coercive_measure import request_coercive_measure
from yangguang.cases.use_cases.take_coercive_measure import take_coercive_measure
from yangguang.cases.use_cases.take_measure_urgently import take_measure_urgently
from yangguang.catalogues.models.edition import ListKind
from yangguang.catalogues.use_cases.adopt_edition import adopt_edition
from yangguang.catalogues.use_cases.draft_edition import draft_edition
from yangguang.catalogues.use_cases.put_entry import put_entry
from yangguang.catalogues.use_cases.submit_for_review import submit_for_review
from yangguang.directory.models import Body
from yangguang.kernel.moment import Moment

POWER = "QZ-01"
GRANTED_BY = "SIL-2018:84"  # any law will do: no clause of the library really gives such a power
ASKED, KEPT = date(2026, 10, 13), date(2026, 10, 14)
LISTED_FROM = date(2026, 2, 2)
BOOKS = ItemEntry("考勤记录本", "3本", "封面磨损，内页完整", "当事人资料室", "A4", "照片1", "证明加班时间")
PRESS = ItemEntry("冲压机", "1台", "能够运转", "当事人一号车间", "J23-40", "照片2", "证明生产情况")


def given_the_power(body: Body, *, basis: str = GRANTED_BY, name: str = "对涉案财物的查封、扣押") -> Body:
    """The body's list of matters with one more: a coercion it may take."""
    drafter, at = a_drafter(body), Moment.on(LISTED_FROM)
    edition = draft_edition(list_kind=ListKind.MATTERS, body=body, copied=True, version="", actor=drafter, at=at)
    cells = cells_of(
        ListKind.MATTERS, "LDJC-01", act_kind="行政强制", name=name, basis=basis, standards="", penalty_kinds=""
    )
    put_entry(edition=edition, code=POWER, cells=cells, official=False, actor=drafter, at=at)
    submit_for_review(edition=edition, in_force_from=LISTED_FROM, opinion="", actor=drafter, at=at)
    adopt_edition(edition=edition, opinion="", actor=a_head(body), at=at)
    return body


@remembered
def an_agency_with_the_power(**facts: Any) -> Body:
    """An agency that may seal up and seize."""
    return given_the_power(an_agency(**facts))


@remembered
def a_case_that_may_hold(**facts: Any) -> Case:
    """A case of an agency that may seal up and seize."""
    return an_open_case(body=an_agency_with_the_power(), **facts)


def an_approval_asked(line: Any, purpose: str) -> Any:
    """The newest approval form of a line."""
    return approvals.latest(line.subject, purpose)


def a_requested_preservation(case: Case, *, day: date = ASKED, hour: int = 9, **facts: Any) -> AdvancePreservation:
    """Asked for by the handler."""
    told = {
        "objects_named": "考勤记录本3本", "proves": "证明加班时间", "reason": "当事人正在搬离，记录可能灭失。",
        "opinion": "建议先行登记保存。",
    }  # fmt: skip
    with on(day, hour) as at:
        return request_advance_preservation(
            case=case, party=case.parties.get(), actor=handler_of(case), at=at, **(told | facts)
        )


@remembered
def an_approved_preservation(case: Case | None = None, *, day: date = ASKED, hour: int = 9) -> AdvancePreservation:
    """Signed by all three."""
    line = a_requested_preservation(case or an_open_case(), day=day, hour=hour)
    approve(an_approval_asked(line, "approve_advance_preservation"), line.case.body, day, hour + 1)
    line.refresh_from_db()
    return line


def preserved(line: AdvancePreservation, *, day: date = KEPT, hour: int = 10, items: Any = None, **facts: Any) -> Any:
    """Listed on the spot."""
    spot = {"place": "示范县滨河路8号", "certificate_shown": True, "signature": "signed"}
    more = {name: facts.pop(name) for name in ("urgent_reason", "officers") if name in facts}
    with on(day, hour) as at:
        return advance_preservation(
            preservation=line, items=[BOOKS, PRESS] if items is None else items, spot=OnTheSpot(**(spot | facts)),
            actor=handler_of(line.case), at=at, **more,
        )  # fmt: skip


@remembered
def a_preservation(case: Case | None = None, *, day: date = KEPT) -> AdvancePreservation:
    """Two things preserved; the seven working days run."""
    return preserved(an_approved_preservation(case, day=min(ASKED, day)), day=day)


def a_requested_measure(
    case: Case, *, day: date = ASKED, kind: str = "seizure", hour: int = 9, **facts: Any
) -> CoerciveMeasure:
    """Asked for by the handler."""
    told = {"objects_named": "冲压机1台", "reason": "防止转移。", "matter_code": POWER, "opinion": "建议扣押。"}
    with on(day, hour) as at:
        return request_coercive_measure(
            case=case, party=case.parties.get(), kind=kind, actor=handler_of(case), at=at, **(told | facts)
        )


@remembered
def an_approved_measure(case: Case | None = None, *, day: date = ASKED, kind: str = "seizure") -> CoerciveMeasure:
    """Signed by all three."""
    line = a_requested_measure(case or a_case_that_may_hold(), day=day, kind=kind)
    approve(an_approval_asked(line, "approve_coercive_measure"), line.case.body, day)
    line.refresh_from_db()
    return line


def a_spot(**facts: Any) -> OnTheSpot:
    """Everything the law asks of the spot; `facts` replaces single ones."""
    known = {
        "place": "示范县滨河路8号", "certificate_shown": True, "party_called": True, "party_came": True, "rights_told": True,
        "heard": "当事人表示无意见", "signature": "signed", "delivered": True, "copies": 2, "sealed": True,
    }  # fmt: skip
    return OnTheSpot(**(known | facts))


def taken(
    line: CoerciveMeasure, *, day: date = KEPT, hour: int = 10, items: Any = None, officers: Any = (), **facts: Any
) -> CoerciveMeasure:
    """Taken on the spot."""
    with on(day, hour) as at:
        return take_coercive_measure(
            measure=line, items=[PRESS] if items is None else items, spot=a_spot(**facts), officers=officers,
            actor=handler_of(line.case), at=at,
        )  # fmt: skip


@remembered
def a_measure(case: Case | None = None, *, kind: str = "seizure", day: date = KEPT) -> CoerciveMeasure:
    """One thing seized; thirty days run."""
    return taken(an_approved_measure(case, kind=kind), day=day)


def taken_urgently(case: Case, *, day: date = KEPT, hour: int = 22, items: Any = None, **facts: Any) -> CoerciveMeasure:
    """Taken at once in an emergency."""
    told = {
        "kind": "seizure", "matter_code": POWER, "objects_named": "冲压机1台", "reason": "防止转移。",
        "urgent_reason": "货车正在装运，来不及先报批。",
    }  # fmt: skip
    spot = facts.pop("spot", {})
    with on(day, hour) as at:
        return take_measure_urgently(
            case=case, party=case.parties.get(), items=[PRESS] if items is None else items, spot=a_spot(**spot),
            officers=officers_of(case.body), actor=handler_of(case), at=at, **(told | facts),
        )  # fmt: skip


def proposed(line: Any, act: str, *, day: date, hour: int = 9, **told: Any) -> Any:
    """Put before the agency head."""
    with on(day, hour) as at:
        return propose_custody_act(
            line=line, act=act, told=told, opinion="建议同意。", actor=handler_of(line.case), at=at
        )


def carried_out(line: Any, act: str, *, day: date, hour: int = 9, **told: Any) -> Any:
    """Put before the agency head and signed by all."""
    approve(proposed(line, act, day=day, hour=hour, **told), line.case.body, day, hour + 1)
    line.refresh_from_db()
    return line
