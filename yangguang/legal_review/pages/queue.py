"""法制审核: what waits for review, by its clock, and what has been reviewed."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base import calendars, listing
from yangguang.base.components.clocks import ClockFace, ClockState, done, running
from yangguang.base.pages import Expect, page
from yangguang.base.sheets import Column, Kind
from yangguang.kernel import clock
from yangguang.kernel.workdays import Calendar, workdays_between, workdays_left
from yangguang.legal_review.models import LegalReview, ReviewStatus
from yangguang.legal_review.policy import reviews_visible_to

COLUMNS = (
    Column("number", "案号", width=28), Column("title", "案由", width=36), Column("parties", "当事人", width=30),
    Column("round", "第几次送审", Kind.INTEGER), Column("requested_on", "送审日期", Kind.DAY), Column("due_on", "到期日", Kind.DAY),
    Column("closed_on", "审结日期", Kind.DAY), Column("reviewer", "审核人"), Column("status", "结果"),
)  # fmt: skip
READERS = ("legal_reviewer", "case_handler", "unit_head", "agency_head", "supervisor")


@page("reviews/", name="legal_review:queue", title="法制审核", allow=READERS, expects=Expect(superior=200, other=200))
def queue(request: HttpRequest) -> HttpResponse:
    """Open rounds by due day, or closed ones by day."""
    visible = reviews_visible_to(request.user).prefetch_related("case__parties")  # type: ignore[arg-type]
    view = request.GET.get("view", "open")
    rows = visible.filter(status=ReviewStatus.REQUESTED).order_by("due_on", "pk")
    if view == "closed":
        rows = visible.exclude(status=ReviewStatus.REQUESTED).order_by("-closed_on", "-pk")
    if listing.is_export(request):
        label = "已审结" if view == "closed" else "审核中"
        return listing.workbook(
            request, title=f"法制审核-{label}", columns=COLUMNS, rows=map(_cells, rows), filters=label
        )
    counts = {"open": visible.filter(status=ReviewStatus.REQUESTED).count()}
    counts["closed"] = visible.count() - counts["open"]
    found = listing.page_of(request, rows)
    calendar = calendars.in_force()
    views = [
        {"label": label, "count": counts[key], "href": f"?view={key}", "current": view == key}
        for key, label in (("open", "审核中"), ("closed", "已审结"))
    ]
    listed = [(review, face_of(review, calendar)) for review in found]
    return render(request, "legal_review/queue.html", {"page": found, "rows": listed, "views": views})


def _cells(review: LegalReview) -> dict[str, object]:
    case = review.case
    return {
        "number": case.number, "title": case.title, "parties": [one.name for one in case.parties.all()],
        "round": review.round, "requested_on": review.requested_on, "due_on": review.due_on, "closed_on": review.closed_on,
        "reviewer": review.reviewer.name if review.reviewer else "", "status": review.get_status_display(),
    }  # fmt: skip


def face_of(review: LegalReview, calendar: Calendar) -> ClockFace:
    """The clock of a round: running, done on the n-th working day, or done so many days too late."""
    if review.closed_on is not None and review.closed_on > review.due_on:
        late = workdays_between(review.due_on, review.closed_on, calendar)
        words = f"逾期 {late} 个工作日办结" if late else "逾期办结"
        return ClockFace(ClockState.OVERDUE, words, review.due_on)
    if review.closed_on is not None:
        return done(max(workdays_between(review.requested_on, review.closed_on, calendar), 1), due_on=review.closed_on)
    left = workdays_left(clock.today(), review.due_on, calendar)
    return running(left, due_on=review.due_on, is_provisional=review.due_provisional)
