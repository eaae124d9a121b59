"""The case page: where it stands, what is due and why, what is missing, what comes next, and the whole file (picture 09)."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse

from yangguang.base import calendars, listing
from yangguang.base.pages import Expect, page
from yangguang.base.ways import leads_on
from yangguang.cases import panels
from yangguang.cases.models import Case, CaseStatus, Clock, DecisionKind, DecisionStatus
from yangguang.cases.policy import assignments_of, handles
from yangguang.cases.presentation import acts, clocks, history, papers, progress
from yangguang.cases.presentation.titles import named
from yangguang.cases.queries import case_visible_to
from yangguang.cases.rules.clocks import KINDS
from yangguang.cases.rules.shares import whom
from yangguang.cases.standing import decisions_of, parties_of, steps_of
from yangguang.directory.api import Account
from yangguang.kernel import clock

READERS = (
    "case_handler", "unit_head", "agency_head", "legal_reviewer", "publisher", "archivist", "supervisor",
)  # fmt: skip
SEEN_IN = {
    "legal_reviewer": ("drafted", "decided", "closed"), "publisher": ("decided", "closed"), "archivist": ("closed",),
}  # fmt: skip
OF_A_CASE = Expect(superior=200, only_in=SEEN_IN)
AT_THE_END = {role: ("closed",) for role in SEEN_IN}  # where trying the one state all three see is enough
TABS = (("", "文书"), ("evidence", "证据"), ("catalogue", "卷内目录"))


@page("cases/<ref:ref>/", name="cases:case", title="案件", allow=READERS, subject="case", expects=OF_A_CASE)
def case_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Everything about one case, for whoever may see it."""
    account: Account = request.user  # type: ignore[assignment]
    case = case_visible_to(account, ref)
    tab = request.GET.get("tab", "")
    kept = papers.papers_of(case, whole=request.GET.get("papers") == "all")
    onward = acts.next_acts(case, account)
    unsigned = kept["unsigned"] if case.status != CaseStatus.ARCHIVED else []  # nothing is added to a bound file
    lacks = onward["lacks"] + papers.signatures_lacking(unsigned)
    return render(request, "cases/case.html", {
        **head_of(case),
        "dues": dues_of(case), "lacks": lacks, "lacks_count": f"{len(onward['lacks']) + len(unsigned)} 项",
        "possible": [row | {"primary": False} for row in onward["possible"]], "blocked": onward["blocked"],
        "main_act": next((row for row in onward["possible"] if row["primary"]), None),
        "papers": kept, "tab": tab, "catalogue": papers.catalogue(case) if tab == "catalogue" else [],
        "tabs": [{"label": label, "href": f"{listing.address(request, tab=key)}#papers", "current": key == tab}
                 for key, label in TABS],
        "history": history.history_of(case, everything=request.GET.get("history") == "all",
                                      whole=request.GET.get("whole") == "1"),
        "history_views": _history_views(request),
        **_panels(request, case, account),
        "parties": parties_of(case),
        "mine": handles(account, case), "outcome": _outcome(case), "bringing": _bringing(account, case),
    })  # fmt: skip


def _panels(request: HttpRequest, case: Case, account: Account) -> dict[str, Any]:
    """The boxes with something in them, and the doors to what has not begun."""
    found = panels.panels_of(case, account)
    return {
        "panels": [{"title": one.title, "content": render_to_string(one.template, one.values, request)}
                   for one in found if not one.door],
        "doors": [{"title": one.title, "href": one.door} for one in found if one.door and leads_on(account, one.door)],
    }  # fmt: skip


def head_of(case: Case) -> dict[str, Any]:
    """What stands on top of every page about a case: title, number, tags, handlers, strip."""
    steps = steps_of(case)
    return {
        "case": case, "named": named(case), "trail": [("案件", reverse("cases:list")), (case.number, "")],
        "handlers": "、".join(one.officer.name for one in assignments_of(case) if one.ends_on is None),
        "stages": progress.strip_of(case, steps),
        "heard": any(step.act == "request_hearing" for step in steps),
        "case_href": reverse("cases:case", args=[case.public_id]),
    }  # fmt: skip


def dues_of(case: Case) -> list[dict[str, Any]]:
    """The running clocks, nearest first, as rows of the card."""
    calendar, today = calendars.in_force(), clock.today()
    rows = Clock.objects.filter(case=case, stopped_on=None).order_by("due_on", "pk")
    return [
        {"label": clocks.label_of(one), "face": clocks.face_of(one, calendar, today), "why": clocks.why_of(one),
         "clause": one.clause, "overdue_reason": one.overdue_reason}
        for one in rows if one.kind in KINDS
    ]  # fmt: skip


def _history_views(request: HttpRequest) -> list[dict[str, Any]]:
    everything = request.GET.get("history") == "all"
    return [
        {"label": "要事", "href": f"{listing.address(request, history='')}#history", "current": not everything},
        {"label": "全部", "href": f"{listing.address(request, history='all')}#history", "current": everything},
    ]


def _bringing(account: Account, case: Case) -> str:
    """Where recordings are brought into the file, for whoever keeps it."""
    href = reverse("records:media", args=[case.public_id])
    keeps = case.status not in {"closed", "archived"} and handles(account, case)
    return href if keeps and leads_on(account, href) else ""


def _outcome(case: Case) -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = [("结果", case.get_outcome_display() if case.outcome else "")]
    made = [one for one in decisions_of(case) if one.status != DecisionStatus.VOIDED] or decisions_of(case)[-1:]
    apart = sum(one.kind != DecisionKind.DISPOSITION for one in made) > 1
    for one in made:
        words = f"{one.number}（{one.get_status_display()}）"
        rows.append(("决定", f"{words}　{whom(one.content)}" if apart else words))
    return [*rows, *([("决定人", made[-1].decided_by_name)] if made else [])]
