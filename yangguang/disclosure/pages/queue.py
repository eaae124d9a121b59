"""公示: what has to be published, by its clock; what is public; what is withheld and on which ground."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base.listing import is_export, page_of, views, workbook
from yangguang.base.pages import page
from yangguang.base.sheets import Column, Kind
from yangguang.disclosure.clock_faces import face_of
from yangguang.disclosure.models import Publication, PublicationStatus
from yangguang.disclosure.models.publication import STANDING
from yangguang.disclosure.queries import publications_visible_to, standing_of
from yangguang.kernel import clock

READERS = ("publisher", "agency_head", "unit_head", "supervisor")
CHOICES = (
    ("", "待公开"),
    ("prepared", "待复核"),
    ("public", "公开中"),
    ("withheld", "不予公开"),
    ("ended", "期满下架"),
)
STATUSES = {
    "": (PublicationStatus.PENDING,), "prepared": (PublicationStatus.PREPARED,), "public": STANDING,
    "withheld": (PublicationStatus.WITHHELD,), "ended": (PublicationStatus.EXPIRED, PublicationStatus.REPAIRED),
}  # fmt: skip
COLUMNS = (
    Column("number", "文号", width=28), Column("party", "当事人", width=30), Column("title", "案由", width=30),
    Column("status", "状态"), Column("decided_on", "决定日期", Kind.DAY), Column("due_on", "应公开日期", Kind.DAY),
    Column("published_on", "公开日期", Kind.DAY), Column("until", "公开至", Kind.DAY),
    Column("late_reason", "逾期公开的原因", width=30), Column("ground", "不予公开情形", width=24),
    Column("reason", "不予公开的理由", width=30), Column("withheld_by", "决定人"),
    Column("withheld_on", "决定不予公开日期", Kind.DAY), Column("filed", "备案", width=24), Column("filed_on", "备案日期", Kind.DAY),
    Column("review_by", "应评估日期", Kind.DAY),
)  # fmt: skip


@page("publications/", name="disclosure:queue", title="公示", allow=READERS)
def queue(request: HttpRequest) -> HttpResponse:
    """Waiting ones the earliest due first; deferred ones, which wait for service, last."""
    visible = publications_visible_to(request.user)  # type: ignore[arg-type]
    view = request.GET.get("view", "")
    view = view if view in STATUSES else ""
    rows = visible.filter(status__in=STATUSES[view]).prefetch_related("case__parties")
    if is_export(request):
        label = dict(CHOICES)[view]
        return workbook(request, title=f"公示-{label}", columns=COLUMNS, rows=map(_exported, rows), filters=label)
    today = clock.today()
    ordered = sorted(rows, key=lambda one: _urgency(one)) if view in {"", "prepared"} else rows
    found = page_of(request, ordered)
    listed = [(one, face_of(one, today), _whom(one)) for one in found]
    counted = views(request, "view", CHOICES, lambda key: visible.filter(status__in=STATUSES[key]).count())
    return render(request, "disclosure/queue.html", {"page": found, "rows": listed, "views": counted, "view": view})


def _urgency(publication: Publication) -> tuple[bool, object]:
    standing = standing_of(publication, clock.today())
    return standing.deferred, standing.due.day


def _whom(one: Publication) -> str:
    """Whom it is about: those the decision names, else the parties of its case."""
    named = one.decision.content.get("parties") or () if one.decision is not None else ()
    return "、".join(
        [str(party.get("name") or "") for party in named] or [party.name for party in one.case.parties.all()]
    )


def _exported(one: Publication) -> dict[str, object]:
    return {
        "number": one.number, "party": _whom(one), "title": one.case.title, "status": one.get_status_display(),
        "decided_on": one.decided_on, "due_on": standing_of(one, clock.today()).due.day,
        "published_on": one.published_on, "until": one.until, "late_reason": one.late_reason,
        "ground": one.get_withholding_ground_display(), "reason": one.withholding_reason,
        "withheld_by": one.withheld_by_name, "withheld_on": one.withheld_on,
        "filed": f"{one.exemption_filed_with}{one.exemption_filing_number}", "filed_on": one.exemption_filed_on,
        "review_by": one.exemption_review_by,
    }  # fmt: skip
