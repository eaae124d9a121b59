"""重大劳动保障违法行为公布: a case's publications on one page, the form of a candidate, and the form of each act."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base import calendars
from yangguang.base.pages import page
from yangguang.cases.kinds.major_labour_violations.acts import ACTS, possible
from yangguang.cases.kinds.major_labour_violations.forms import CandidateForm
from yangguang.cases.kinds.major_labour_violations.public_rows import TITLE, batch_of
from yangguang.cases.kinds.major_labour_violations.stages import MAJOR_LABOUR_VIOLATIONS
from yangguang.cases.models import Case, MajorViolation
from yangguang.cases.pages.case import OF_A_CASE
from yangguang.cases.policy import may_take
from yangguang.cases.presentation import clocks
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.seen import answer_as_seen
from yangguang.cases.use_cases.mark_major_candidate import mark_major_candidate
from yangguang.kernel import clock

READERS = ("case_handler", "unit_head", "agency_head", "legal_reviewer", "publisher", "archivist", "supervisor")
HANDLER = ("case_handler",)


def _case(request: HttpRequest, ref: str) -> Case:
    return get_object_or_404(cases_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]


@page("cases/<ref:ref>/major-violations/", name="cases:major_violations", title=TITLE, allow=READERS, subject="case",
      expects=OF_A_CASE)  # fmt: skip
def major_violations(request: HttpRequest, ref: str) -> HttpResponse:
    """Every publication of a case: what the public reads, until when, what can be done."""
    case, account = _case(request, ref), request.user
    return render(request, "cases/major_violations/lines.html", {
        "case": case, "mine": may_take(account, case, HANDLER),  # type: ignore[arg-type]
        "rows": [
            {"line": one, "batch": batch_of(one), "clocks": _faces(one), "acts": _acts(one, account)}
            for one in case.major_violations.select_related("party").order_by("-pk")
        ],
    })  # fmt: skip


@page("cases/<ref:ref>/major-violations/mark/", name="cases:mark_major", title="列为候选", writes=True, allow=HANDLER,
      subject="case")  # fmt: skip
def mark(request: HttpRequest, ref: str) -> HttpResponse:
    """The form of a candidate."""
    case = _case(request, ref)
    form = CandidateForm(request.POST or None, case=case)

    def do(**facts: Any) -> Any:
        return mark_major_candidate(case=case, actor=request.user, at=form.moment(), **form.given())  # type: ignore[arg-type]

    return _answered(request, case, form, do, "列为候选", "列为候选")


@page("cases/<ref:ref>/major-violations/<ref:line>/<slug:act>/", name="cases:major_act", title="办理重大劳动保障违法行为公布",
      writes=True, allow=("case_handler", "agency_head", "publisher"), subject="major_act")  # fmt: skip
def major_act(request: HttpRequest, ref: str, line: str, act: str) -> HttpResponse:
    """The form of one act."""
    case = _case(request, ref)
    found = get_object_or_404(case.major_violations, public_id=line)
    known = ACTS.get(act)
    if known is None:
        raise Http404
    step = next(one for one in MAJOR_LABOUR_VIOLATIONS.steps if one.act == act)
    form = known.form(request.POST or None, violation=found, step=step, asks_code=known.asks_code)

    def do(**facts: Any) -> Any:
        return known.run(violation=found, actor=request.user, at=form.moment(), **facts)

    return _answered(request, case, form, do, known.title, known.words)


def _answered(request: HttpRequest, case: Case, form: Any, do: Any, title: str, words: str) -> HttpResponse:
    back = reverse("cases:major_violations", args=[case.public_id])
    return answer_as_seen(
        request, case, form, do, to=back, done=f"已经办理：{title}。", template="cases/labour/act.html", title=title, words=words,
        under=f"{case.title}　{case.number}", back=back,
    )  # fmt: skip


def _faces(line: MajorViolation) -> list[dict[str, Any]]:
    calendar, today = calendars.in_force(), clock.today()
    rows = line.case.clocks.filter(about_ref=line.public_id).order_by("pk")
    return [{"label": clocks.label_of(one), "face": clocks.face_of(one, calendar, today)} for one in rows]


def _acts(line: MajorViolation, account: Any) -> list[dict[str, str]]:
    ref = line.case.public_id
    return [
        {"label": title, "href": reverse("cases:major_act", args=[ref, line.public_id, act])}
        for act, title in possible(line, account)
    ]
