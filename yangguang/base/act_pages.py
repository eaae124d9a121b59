"""The shape of every page with a form: valid → one use case → on; refused → back to the form, nothing typed lost."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yangguang.base.forms import OfficialForm
from yangguang.base.refusals import put_on_form
from yangguang.kernel.refusal import Refused


def answer(
    request: HttpRequest, form: OfficialForm, act: Callable[..., Any], *,
    to: str | Callable[[Any], str], done: str | Callable[[Any], str], template: str, **context: Any,
) -> HttpResponse:  # fmt: skip
    """Show the form, or carry out `act` with its facts; `to` is where it goes then and `done` what is said there, either of
    them given what the act returned.
    """
    if request.method == "POST" and form.is_valid():
        try:
            result = act(**form.facts)
        except Refused as refusal:
            put_on_form(form, refusal)
        else:
            messages.success(request, done(result) if callable(done) else done)
            return redirect(to(result) if callable(to) else to)
    return render(request, template, {"form": form, "under": "", **context})
