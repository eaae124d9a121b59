"""清单公示: lists and entries that wait for a publisher, changes that wait for a second person, what is public or taken back."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import render

from yangguang.base.listing import is_export, page_of, views, workbook
from yangguang.base.pages import page
from yangguang.base.sheets import Column, Kind
from yangguang.directory.api import DeskRequest, Role
from yangguang.disclosure.clock_faces import release_face
from yangguang.disclosure.events.standing import TERM
from yangguang.disclosure.list_copies import release_day
from yangguang.disclosure.models import StandingPublication, StandingStatus
from yangguang.disclosure.pages.queue import READERS
from yangguang.disclosure.queries import standings_visible_to
from yangguang.disclosure.rules.standing import STEPS
from yangguang.kernel import clock
from yangguang.statutes import clause

CHOICES = (("", "待发布"), ("changes", "变更待批准"), ("public", "公开中"), ("withdrawn", "已撤回"))
NARROWED = {
    "": Q(status=StandingStatus.PENDING), "changes": Q(changes__decided_on=None, changes__isnull=False),
    "public": Q(status__in=(StandingStatus.PUBLISHED, StandingStatus.CORRECTED)),
    "withdrawn": Q(status=StandingStatus.WITHDRAWN),
}  # fmt: skip
COLUMNS = (
    Column("title", "清单版本、名单条目或者人员", width=40), Column("number", "公示登记号"),
    Column("body", "机关", width=30), Column("status", "状态"),
    *(Column(step, step, width=12) for step in STEPS), Column("due_on", "应公开日期", Kind.DAY),
    Column("published_on", "公开日期", Kind.DAY), Column("late_reason", "逾期公开的原因", width=30),
    Column("withdrawn_on", "撤回日期", Kind.DAY), Column("reason", "撤回理由", width=40),
)  # fmt: skip


@page("standing/", name="disclosure:standings", title="清单公示", allow=READERS)
def standings(request: DeskRequest) -> HttpResponse:
    """Waiting ones first adopted first, the others newest first."""
    visible = standings_visible_to(request.user)
    view = request.GET.get("view", "")
    view = view if view in NARROWED else ""
    rows = _rows(visible, view)
    if is_export(request):
        label = dict(CHOICES)[view]
        return workbook(request, title=f"清单公示-{label}", columns=COLUMNS, rows=map(_exported, rows), filters=label)
    found, today = page_of(request, rows), clock.today()
    counted = views(request, "view", CHOICES, lambda key: _rows(visible, key).count())
    return render(request, "disclosure/standings.html", {
        "page": found, "rows": [(one, release_face(one, today)) for one in found], "views": counted, "view": view,
        "clause_id": TERM, "within": clause(TERM).amount("publish_within", unit="workday"),
        "publishes": request.user.holds(Role.PUBLISHER),
    })  # fmt: skip


def _rows(visible: QuerySet[StandingPublication], view: str) -> QuerySet[StandingPublication]:
    return visible.filter(NARROWED[view]).order_by("pk" if view in {"", "changes"} else "-pk")


def _exported(one: StandingPublication) -> dict[str, object]:
    return {
        "title": str(one), "number": one.register_number,
        "body": one.body.name, "status": one.get_status_display(), "published_on": one.published_on,
        "due_on": release_day(one), "late_reason": one.late_reason, "withdrawn_on": one.withdrawn_on,
        "reason": one.withdrawal_reason, **{step: name for step, _, name, _ in one.hands},
    }  # fmt: skip
