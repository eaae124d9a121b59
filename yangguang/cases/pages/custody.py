"""登记保存与查封扣押: everything a case holds on one page, the forms to ask for it, and the form of each act."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from yangguang.base.act_pages import answer
from yangguang.base.pages import page
from yangguang.cases.kinds.custody import forms, spot_forms
from yangguang.cases.kinds.custody.acts import acts_on, possible
from yangguang.cases.kinds.custody.held import Line, last_day, limit_clock, lines_of
from yangguang.cases.kinds.custody.panels import must_be_done
from yangguang.cases.kinds.penalty.stages import BEFORE_DECISION
from yangguang.cases.models import AdvancePreservation, Case
from yangguang.cases.pages.case import OF_A_CASE
from yangguang.cases.policy import may_take
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.use_cases.request_advance_preservation import request_advance_preservation
from yangguang.cases.use_cases.request_coercive_measure import request_coercive_measure
from yangguang.cases.use_cases.take_measure_urgently import take_measure_urgently

READERS = ("case_handler", "unit_head", "agency_head", "legal_reviewer", "archivist", "supervisor")
TAKERS = ("case_handler", "unit_head", "agency_head")
HANDLER = ("case_handler",)
MOST_LISTED = 3


def _case(request: HttpRequest, ref: str) -> Case:
    return get_object_or_404(cases_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]


@page("cases/<ref:ref>/custody/", name="cases:custody", title="登记保存与查封扣押", allow=READERS, subject="case",
      expects=OF_A_CASE)  # fmt: skip
def custody(request: HttpRequest, ref: str) -> HttpResponse:
    """Every preservation and measure of a case: its things, days, fates, receipts, and what can be done."""
    case, account = _case(request, ref), request.user
    mine = case.status in BEFORE_DECISION and may_take(account, case, HANDLER)  # type: ignore[arg-type]
    return render(request, "cases/custody/lines.html", {
        "case": case, "mine": mine, "has_power": bool(forms.powers_of(case)),
        "rows": [
            {"line": one, "items": list(one.items.order_by("position", "pk")), "until": last_day(one),
             "clock": limit_clock(one), "must": must_be_done(one), "acts": _acts(one, account),
             "extension": "" if isinstance(one, AdvancePreservation) or one.extended_on is None
             else "已书面告知" if one.extension_told_on else "还没有书面告知，尚未生效"}
            for one in lines_of(case)
        ],
    })  # fmt: skip


def _acts(line: Line, account: Any) -> list[dict[str, str]]:
    ref = line.case.public_id
    return [
        {"label": title, "href": reverse("cases:custody_act", args=[ref, line.public_id, act])}
        for act, title in possible(line, account)
    ]


@page("cases/<ref:ref>/custody/ask/<slug:act>/", name="cases:ask_custody", title="提请登记保存、查封扣押", writes=True,
      allow=HANDLER, subject="custody_ask")  # fmt: skip
def ask(request: HttpRequest, ref: str, act: str) -> HttpResponse:
    """Ask for a preservation or a measure, or put an urgent measure on record."""
    case = _case(request, ref)
    if act not in ASKS:
        raise Http404
    title, words, form_class, run = ASKS[act]
    extra = {"rows": _rows(request)} if issubclass(form_class, spot_forms.InventoryForm) else {}
    form = form_class(request.POST or None, case=case, **extra)

    def do(**facts: Any) -> Any:
        return run(case=case, actor=request.user, at=form.moment(), **_told(form))

    return _answered(request, case, form, do, title, words)


@page("cases/<ref:ref>/custody/<ref:line>/<slug:act>/", name="cases:custody_act", title="办理登记保存、查封扣押",
      writes=True, allow=TAKERS, subject="custody_act")  # fmt: skip
def custody_act(request: HttpRequest, ref: str, line: str, act: str) -> HttpResponse:
    """The form of one act on a preservation or a measure."""
    case = _case(request, ref)
    found = case.preservations.filter(public_id=line).first() or case.measures.filter(public_id=line).first()
    if found is None or (known := acts_on(found).get(act)) is None:
        raise Http404
    extra: dict[str, Any] = {}
    if issubclass(known.form, spot_forms.InventoryForm):
        extra = {"case": case, "rows": _rows(request)}
    elif issubclass(known.form, forms.AboutALineForm):
        extra = {"custody": found}
    form = known.form(request.POST or None, **extra)

    def do(**facts: Any) -> Any:
        return known.run(**{known.owner: found}, actor=request.user, at=form.moment(), **known.given(form))

    return _answered(request, case, form, do, known.title, known.words)


def _told(form: Any) -> dict[str, Any]:
    if not isinstance(form, spot_forms.UrgentForm):
        return form.facts  # type: ignore[no-any-return]
    names = ("party", "kind", "matter_code", "objects_named", "reason", "urgent_reason")
    spot = {"items": form.entries(), "spot": form.spot(), "officers": form.acting()}
    return {name: form.facts[name] for name in names} | spot


def _rows(request: HttpRequest) -> int:
    asked = request.GET.get("rows", "")
    return int(asked) if asked.isdecimal() and len(asked) < MOST_LISTED else spot_forms.FEWEST


def _answered(request: HttpRequest, case: Case, form: Any, do: Any, title: str, words: str) -> HttpResponse:
    back, rows = reverse("cases:custody", args=[case.public_id]), getattr(form, "rows", 0)
    return answer(
        request, form, do, to=back, done=f"已经办理：{title}。", template="cases/custody/act.html", title=title, words=words,
        under=f"{case.title}　{case.number}", back=back, more=rows + spot_forms.MORE if rows else 0,
    )  # fmt: skip


ASKS: dict[str, tuple[str, str, type[Any], Any]] = {
    "preservation": ("提请先行登记保存", "提交审批", forms.PreservationForm, request_advance_preservation),
    "measure": ("提请查封、扣押", "提交审批", forms.MeasureForm, request_coercive_measure),
    "urgent": ("紧急查封、扣押", "登记紧急实施", spot_forms.UrgentForm, take_measure_urgently),
}  # fmt: skip
