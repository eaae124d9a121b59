"""A form is carried out once: the second click of a double submit goes to the first one's result."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from yangguang.base.drafts import storable
from yangguang.base.models.draft import SubmittedForm
from yangguang.kernel import clock

Answer = TypeVar("Answer", HttpResponse, HttpResponse | None)


class _UsedBefore(Exception):
    """Another submission holds this token."""


def carried_out(request: HttpRequest, act: Callable[[], Answer]) -> Answer | HttpResponse:
    """Run an act and keep where it went under the form's `once` token, all in one transaction and one commit.

    What did not go through leaves no token behind, whether it was refused, broke down or was killed. Somebody who
    submits the same form meanwhile waits for that transaction and is shown its result.
    """
    token, account_ref = _named(request)
    if not token:
        return act()
    try:
        with transaction.atomic():
            used = _claim(token, account_ref)
            answer = act()
            if isinstance(answer, HttpResponseRedirect):
                used.went_to = answer.url[:300]
                used.save(update_fields=["went_to"])
            else:
                used.delete()
            return answer
    except _UsedBefore:
        return _first_answer(request) or render(
            request, "base/being_carried_out.html", {"title": "正在办理"}, status=409
        )


def looked_at_first(request: HttpRequest, view: Callable[[], HttpResponse]) -> HttpResponse:
    """Run a posting view that checks what was typed before it begins its act, by `carried_out`, itself.

    What the first one of a double submit changed may leave the second unfit, or nothing to see: then too it goes to the
    first one's result.
    """
    try:
        answer = view()
    except (Http404, PermissionDenied):
        if (first := _first_answer(request)) is None:
            raise
        return first
    return answer if isinstance(answer, HttpResponseRedirect) else _first_answer(request) or answer


def _named(request: HttpRequest) -> tuple[str, str]:
    return storable(request.POST.get("once", "")[:40]), getattr(request.user, "actor_ref", "")


def _claim(token: str, account_ref: str) -> SubmittedForm:
    try:
        return SubmittedForm.objects.create(token=token, account_ref=account_ref, went_to="", submitted_at=clock.now())
    except IntegrityError as taken:
        raise _UsedBefore from taken


def _first_answer(request: HttpRequest) -> HttpResponse | None:
    token, account_ref = _named(request)
    used = token and SubmittedForm.objects.filter(token=token, account_ref=account_ref).first()
    return HttpResponseRedirect(used.went_to) if used and used.went_to else None
