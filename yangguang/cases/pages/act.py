"""One page for every act of a case: what already holds, the form in the order of the paper, one use case behind it."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from yangguang.base import drafts, once
from yangguang.base.form_fields import is_choice, typed_in
from yangguang.base.forms import begun
from yangguang.base.pages import Expect, page
from yangguang.base.refusals import put_on_form, refused_response
from yangguang.cases.acts.register import FREE, ActForm, find_form
from yangguang.cases.gates import Attempt, judge
from yangguang.cases.kinds.register import main_flow
from yangguang.cases.models import Case
from yangguang.cases.policy import may_take
from yangguang.cases.presentation.acts import Unanswered, home_of
from yangguang.cases.presentation.progress import strip_of_acts
from yangguang.cases.presentation.titles import named
from yangguang.cases.queries import case_visible_to
from yangguang.cases.rules.flow import Step
from yangguang.cases.seen import show_overtaken, tell_if_overtaken
from yangguang.directory.api import Account
from yangguang.kernel.moment import Moment
from yangguang.kernel.refusal import Refused

WORKERS = ("case_handler", "unit_head", "agency_head", "legal_reviewer", "archivist")


@page(
    "cases/<ref:ref>/acts/<slug:act>/", name="cases:act", title="办理", allow=WORKERS, writes=True, subject="case_act",
    looks_first=True,
    expects=Expect(only_in={"archivist": ("closed",), "legal_reviewer": ("drafted", "decided", "closed")}),
)  # fmt: skip
def act_page(request: HttpRequest, ref: str, act: str) -> HttpResponse:
    """Show the form, keep it as a draft, or carry the act out; a refusal by the gates gets its own page."""
    account: Account = request.user  # type: ignore[assignment]
    case = case_visible_to(account, ref)
    form_class = find_form(act)
    if form_class is None:
        raise Http404
    step = _step(case, act)
    if step is None and act not in FREE:
        raise Http404
    label = step.label if step else FREE.get(act, act)
    key = f"case-act:{case.public_id}:{act}"
    posted = request.method == "POST" and not is_choice(request.POST)
    initial, draft = ({}, None) if posted else begun(request.POST, account.actor_ref, key)
    given = (request.POST, request.FILES) if posted else ()
    form = form_class(*given, case=case, account=account, step=step, initial=initial)
    if posted and (answer := _posted(request, form, case, key, label)) is not None:
        return answer
    return render(request, "cases/act.html", {
        "form": form, "case": case, "named": named(case), "label": label, "act": act, "draft": draft, "draft_key": key,
        "stages": strip_of_acts(case),
        "holding": _holding(case, step, account), "aside": form.aside(), "case_href": home_of(case),
        "trail": [("案件", reverse("cases:list")), (case.number, home_of(case)), (label, "")], "clauses": step.clauses if step else (),
    })  # fmt: skip


def _posted(request: HttpRequest, form: ActForm, case: Case, key: str, label: str) -> HttpResponse | None:
    if request.POST.get("save_draft"):
        return once.carried_out(request, lambda: _kept(request, form, key))
    if not form.is_valid():
        tell_if_overtaken(form, case)
        return None
    return once.carried_out(request, lambda: _carried_out(request, form, case, key, label))


def _kept(request: HttpRequest, form: ActForm, key: str) -> HttpResponse | None:
    try:
        drafts.save(account_ref=request.user.actor_ref, key=key, content=typed_in(request.POST))  # type: ignore[union-attr]
    except Refused as refusal:
        form.errors.clear()
        put_on_form(form, refusal)
        return None
    messages.success(request, "已存为草稿。")
    return redirect(request.get_full_path())


def _carried_out(request: HttpRequest, form: ActForm, case: Case, key: str, label: str) -> HttpResponse | None:
    account: Account = request.user  # type: ignore[assignment]
    try:
        form.carry_out(actor=account, at=form.moment())
    except Refused as refusal:
        if refusal.verdicts:
            with suppress(Refused):
                drafts.save(account_ref=account.actor_ref, key=key, content=typed_in(request.POST))
            return refused_response(request, refusal, page_title=label, subject=f"{case.title}　{case.number}")
        show_overtaken(form, refusal, case)
        put_on_form(form, refusal)
        return None
    drafts.discard(account_ref=account.actor_ref, key=key)
    messages.success(request, form.done)
    return redirect(reverse("cases:act", args=[case.public_id, form.onward]) if form.onward else home_of(case))


def _step(case: Case, act: str) -> Step | None:
    rows = [step for step in main_flow(case).steps if step.act == act]
    return next((step for step in rows if case.status in step.sources), next(iter(rows), None))


def _holding(case: Case, step: Step | None, account: Account) -> list[dict[str, Any]]:
    """The conditions that hold whatever the form will say; nothing where the person could not act anyway."""
    if step is None or case.status not in step.sources or not may_take(account, case, step.by):
        return []
    rows = []
    for name in step.gates:
        given = Unanswered()
        (verdict,) = judge((name,), Attempt(case, step.act, account, Moment.now(), given))
        if verdict.holds and not given.asked - {"officers"}:
            rows.append({"label": verdict.label, "clause": verdict.clauses[0] if verdict.clauses else ""})
    return rows
