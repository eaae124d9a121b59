"""A form is carried out once: the second click of a double submit goes to the first one's result."""

from __future__ import annotations

from collections.abc import Callable

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from yangguang.base.models.draft import SubmittedForm
from yangguang.kernel import clock


def carried_out(request: HttpRequest, act: Callable[[], HttpResponse]) -> HttpResponse:
    """Run a posting view under the form's `once` token; keep where it went; give the token back if it did not go through."""
    token = request.POST.get("once", "")[:40]
    if not token:
        return act()
    if (answer := _answer_for(request, token)) is not None:
        return answer
    try:
        response = act()
    except BaseException:
        SubmittedForm.objects.filter(token=token).delete()
        raise
    if isinstance(response, HttpResponseRedirect):
        SubmittedForm.objects.filter(token=token).update(went_to=response.url[:300])
    else:
        SubmittedForm.objects.filter(token=token).delete()
    return response


def _answer_for(request: HttpRequest, token: str) -> HttpResponse | None:
    account_ref = getattr(request.user, "actor_ref", "")
    try:
        with transaction.atomic():
            SubmittedForm.objects.create(token=token, account_ref=account_ref, went_to="", submitted_at=clock.now())
        return None
    except IntegrityError:
        used = SubmittedForm.objects.filter(token=token, account_ref=account_ref).first()
    if used is not None and used.went_to:
        return HttpResponseRedirect(used.went_to)
    return render(request, "base/being_carried_out.html", {"title": "正在办理"}, status=409)
