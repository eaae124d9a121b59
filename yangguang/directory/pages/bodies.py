"""The register of enforcement bodies (D06)."""

from __future__ import annotations

from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import render

from yangguang.base import listing
from yangguang.base.pages import page
from yangguang.base.sheets import Column, Kind
from yangguang.directory.models.body import BodyCategory
from yangguang.directory.pages.register_body import PROPOSERS
from yangguang.directory.proposals import open_proposals, whom_it_waits_for
from yangguang.directory.queries import bodies_visible_to
from yangguang.directory.requests import DeskRequest
from yangguang.directory.rules.body_facts import LABELS
from yangguang.directory.rules.roles import READERS

OPEN_SHOWN = 20
VIEWS = [("", "全部"), *BodyCategory.choices]
COLUMNS = [
    *(Column(key, label, width=24) for key, label in LABELS.items() if key != "supervises"),
    Column("registered_on", "登记日期", Kind.DAY),
]


@page("bodies", name="directory:bodies", title="执法主体", allow=READERS)
def bodies(request: DeskRequest) -> HttpResponse:
    """The list, by category, in the fixed order of registration."""
    wanted, view = (request.GET.get(key, "").strip()[:60] for key in ("q", "view"))
    rows = bodies_visible_to(request.user)
    if wanted:
        rows = rows.filter(Q(name__icontains=wanted) | Q(credit_code__icontains=wanted))
    shown = rows.filter(category=view) if view in BodyCategory.values else rows
    if listing.is_export(request):
        cells = [
            {column.key: getattr(one, column.key) for column in COLUMNS} | {"category": one.get_category_display()}
            for one in shown
        ]
        told = "，".join(x for x in (dict(VIEWS).get(view, "全部"), wanted and f"“{wanted}”") if x)
        return listing.workbook(request, title="行政执法主体", columns=COLUMNS, rows=cells, filters=told)
    counted = shown.annotate(people=Count("officers", filter=Q(officers__left_on=None), distinct=True))
    return render(request, "directory/bodies.html", {
        "page": listing.page_of(request, counted),
        "views": listing.views(
            request, "view", VIEWS, lambda key: (rows.filter(category=key) if key else rows).count()
        ),
        "q": wanted, "view": view,
        "may_register": bool(request.user.role_names & PROPOSERS),
        "proposals": [(one, whom_it_waits_for(one)) for one in open_proposals(request.user)[:OPEN_SHOWN]],
    })  # fmt: skip
