"""Asking for a preservation or a measure, and the form of each act on one."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from yangguang.base.pages import page
from yangguang.cases.kinds.custody import forms, spot_forms
from yangguang.cases.kinds.custody.acts import acts_on
from yangguang.cases.models import Case
from yangguang.cases.pages.custody import HANDLER
from yangguang.cases.queries import cases_visible_to
from yangguang.cases.seen import answer_as_seen
from yangguang.cases.use_cases.request_advance_preservation import request_advance_preservation
from yangguang.cases.use_cases.request_coercive_measure import request_coercive_measure
from yangguang.cases.use_cases.take_measure_urgently import take_measure_urgently

TAKERS = ("case_handler", "unit_head", "agency_head")
DIGITS = 2  # nobody lists a hundred things on one form


def _case(request: HttpRequest, ref: str) -> Case:
    return get_object_or_404(cases_visible_to(request.user), public_id=ref)  # type: ignore[arg-type]


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
    form = known.form(request.POST or None, request.FILES or None, **extra)

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
    return int(asked) if asked.isdecimal() and len(asked) <= DIGITS else spot_forms.FEWEST


def _answered(request: HttpRequest, case: Case, form: Any, do: Any, title: str, words: str) -> HttpResponse:
    back, rows = reverse("cases:custody", args=[case.public_id]), getattr(form, "rows", 0)
    return answer_as_seen(
        request, case, form, do, to=back, done=f"已经办理：{title}。", template="cases/custody/act.html", title=title, words=words,
        under=f"{case.title}　{case.number}", back=back, more=rows + spot_forms.MORE if rows else 0,
    )  # fmt: skip


ASKS: dict[str, tuple[str, str, type[Any], Any]] = {
    "preservation": ("提请先行登记保存", "提交审批", forms.PreservationForm, request_advance_preservation),
    "measure": ("提请查封、扣押", "提交审批", forms.MeasureForm, request_coercive_measure),
    "urgent": ("紧急查封、扣押", "登记紧急实施", spot_forms.UrgentForm, take_measure_urgently),
}  # fmt: skip
