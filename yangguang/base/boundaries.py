"""What holds for every answer and every request before any page is asked: nothing of the desk is kept, nothing too large is read."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

View = Callable[[HttpRequest], HttpResponse]
NO_STORE = "private, no-store"


class DeskIsNotKept:
    """Whatever the desk answers – pages, refusals, files – stays in no cache, so that nobody finds it after the sign-out."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Put the header on, after everything else had its say."""
        response = self.get_response(request)
        if request.path_info.startswith("/desk/"):
            response["Cache-Control"] = NO_STORE
        return response


class VisitorBehindProxy:
    """Behind a proxy of ours the visitor is whoever it names last; what anybody else says of who came before is not believed."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Put the visitor's address where every page looks for it."""
        told = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        if told and request.META.get("REMOTE_ADDR", "") in settings.PROXIES:
            request.META["REMOTE_ADDR"] = told
        return self.get_response(request)


class EveryoneIsNobody:
    """On a public site without a desk there is nobody to sign in as."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Say so to every page."""
        request.user = AnonymousUser()
        return self.get_response(request)


class BodyLimit:
    """A request that announces more than may be sent is refused before a byte of it is read; strangers may send little."""

    def __init__(self, get_response: View) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer 413 in words, or go on. A body without a length is not read at all."""
        announced = request.META.get("CONTENT_LENGTH") or "0"
        size = int(announced) if announced.isascii() and announced.isdecimal() else settings.MOST_BYTES_SIGNED_IN + 1
        most = settings.MOST_BYTES_OF_STRANGERS
        if request.path.startswith(settings.VOICE_ADDRESS):
            most = settings.MOST_BYTES_OF_VOICES
        if size > most and request.user.is_authenticated:  # asked only now: the public site knows no accounts
            coming = request.method == "PATCH" and request.path.startswith(settings.UPLOAD_ADDRESS)
            most = settings.UPLOAD_MOST_BYTES if coming else settings.MOST_BYTES_SIGNED_IN
        if size > most:
            limit = f"{most // 1024 // 1024} MB"
            told = {"title": f"上传的内容超过{limit}，没有接收", "limit": limit}
            return render(request, "base/too_large.html", told, status=413)
        return self.get_response(request)
