"""What a form was opened on: whoever acts on a case that somebody changed meanwhile is told by whom, and decides again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse

from yangguang.base.act_pages import answer
from yangguang.base.forms import OfficialForm
from yangguang.base.refusals import put_on_form
from yangguang.cases.models import Case
from yangguang.cases.use_cases._lock_case import lock_case
from yangguang.kernel.refusal import Refused

SEEN = "seen_version"


def answer_as_seen(
    request: HttpRequest, case: Case, form: OfficialForm, act: Callable[..., Any], **shown: Any
) -> HttpResponse:
    """The answer of a page about a proceeding beside the case, whose form knows the version of the case it shows.

    The version is compared under the lock the act runs under. An act with a code of its own counts a wrong one in a
    transaction that nothing takes back; there it is compared just before.
    """
    form.fields[SEEN] = forms.IntegerField(widget=forms.HiddenInput, required=False, initial=case.version)
    form.machinery = form.machinery | {SEEN}

    def act_unless_overtaken(**facts: Any) -> Any:
        try:
            with transaction.atomic():
                lock_case(case.pk, seen_version=form.cleaned_data.get(SEEN))
                if "code" not in form.fields:
                    return act(**facts)
        except Refused as refusal:
            show_overtaken(form, refusal, case)
            raise
        return act(**facts)

    if form.is_bound and not form.is_valid():
        tell_if_overtaken(form, case)
    return answer(request, form, act_unless_overtaken, **shown)


def tell_if_overtaken(form: OfficialForm, case: Case) -> None:
    """A form with a fault may have it because somebody was first: what it offered is offered no longer."""
    try:
        with transaction.atomic():
            lock_case(case.pk, seen_version=form.cleaned_data.get(SEEN))
    except Refused as refusal:
        show_overtaken(form, refusal, case)
        put_on_form(form, refusal)


def show_overtaken(form: OfficialForm, refusal: Refused, case: Case) -> None:
    """A stale form goes on with the version it now shows, so that the person decides, not the machine."""
    if refusal.field != SEEN:
        return
    now = Case.objects.values_list("version", flat=True).get(pk=case.pk)
    typed: Any = form.data.copy()  # type: ignore[attr-defined]
    typed[SEEN] = str(now)
    form.data = typed
    refusal.field = None
