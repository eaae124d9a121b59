"""A form is carried out once: the second click of a double submit goes to the first one's result."""

from __future__ import annotations

from collections.abc import Callable

from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from yangguang.base.models.draft import SubmittedForm
from yangguang.kernel import clock


class _UsedBefore(Exception):
    """Another submission holds this token."""


def carried_out(request: HttpRequest, act: Callable[[], HttpResponse]) -> HttpResponse:
    """Run a posting view and keep where it went under the form's `once` token, all in one transaction and one commit.

    What did not go through leaves no token behind, whether it was refused, broke down or was killed. Somebody who
    submits the same form meanwhile waits for that transaction and is shown its result.
    """
    token = request.POST.get("once", "")[:40]
    if not token:
        return act()
    account_ref = getattr(request.user, "actor_ref", "")
    try:
        with transaction.atomic():
            used = _claim(token, account_ref)
            response = act()
            if isinstance(response, HttpResponseRedirect):
                used.went_to = response.url[:300]
                used.save(update_fields=["went_to"])
            else:
                used.delete()
            return response
    except _UsedBefore:
        return _first_answer(request, token, account_ref)


def _claim(token: str, account_ref: str) -> SubmittedForm:
    try:
        return SubmittedForm.objects.create(token=token, account_ref=account_ref, went_to="", submitted_at=clock.now())
    except IntegrityError as taken:
        raise _UsedBefore from taken


def _first_answer(request: HttpRequest, token: str, account_ref: str) -> HttpResponse:
    used = SubmittedForm.objects.filter(token=token, account_ref=account_ref).first()
    if used is not None and used.went_to:
        return HttpResponseRedirect(used.went_to)
    return render(request, "base/being_carried_out.html", {"title": "正在办理"}, status=409)
