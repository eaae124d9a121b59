"""Calm answers when something is not there, not allowed or broken: what happened, what is kept, what to do."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def forbidden(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """The page exists, but not for this role."""
    page = getattr(request, "page", None)
    whose = request.user.labels_of(page.allow) if page and request.user.is_authenticated else ""  # type: ignore[union-attr]
    told = {"title": "这一页不对您的岗位开放", "what": page.title if page else "", "whose": whose}
    return render(request, "403.html", told, status=403)


def not_found(request: HttpRequest, exception: Any = None) -> HttpResponse:
    """Nothing here, or nothing this person may see; a visitor of the public site is not shown the way to the desk."""
    of_the_desk = settings.SITES != "portal" and request.path.startswith("/desk/")
    name = "阳光执法" if of_the_desk else settings.PUBLIC_SITE["name"] or "行政执法公示"
    told = {"title": "没有找到这一页", "of_the_desk": of_the_desk, "name": name}
    return render(request, "404.html", told, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """A defect: nothing of the act was kept, everything typed is still in the saved form."""
    return render(request, "500.html", {"title": "没有办成，已经记录"}, status=500)
