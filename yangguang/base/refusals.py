"""The refusal page: what is not done and why, what each gate answered, what to do, and a receipt number."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base import attempts
from yangguang.kernel.refusal import Refused


def refused_response(request: HttpRequest, refusal: Refused, **context: Any) -> HttpResponse:
    """Answer a refused act with its own page (status 409) and keep the attempt under a receipt number."""
    attempt = None
    if request.user.is_authenticated:
        name = getattr(getattr(request, "page", None), "name", "")
        attempt = attempts.log(refusal, actor=request.user, page=name, address=request.get_full_path())  # type: ignore[arg-type]
    failing = [v for v in refusal.verdicts if not v.holds]
    holding = [v for v in refusal.verdicts if v.holds]
    return render(
        request,
        "base/refused.html",
        {
            "refusal": refusal,
            "failing": failing,
            "holding": holding,
            "attempt": attempt,
            "title": f"现在还不能办理：{len(failing)} 个条件没有满足" if failing else "现在还不能办理",
            "back": request.get_full_path(),
            **context,
        },
        status=409,
    )


def put_on_form(form: Any, refusal: Refused) -> None:
    """Put a refusal beside the field it is about, or on top of the form, with its clauses and what to do."""
    field = refusal.field if refusal.field in form.fields else None
    form.add_error(field, f"{refusal.reason}{refusal.remedy}")
    form.refusal = refusal
