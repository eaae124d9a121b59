"""Show a public page in the public frame."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from yangguang.base.boundaries import NO_STORE
from yangguang.bulletin.api import frame


def show(request: HttpRequest, template: str, current: str, **context: Any) -> HttpResponse:
    """Render with the site's name and navigation; `current` is where the page belongs."""
    return render(request, template, {**frame(current), **context})


def unkept(response: HttpResponse) -> HttpResponse:
    """Nobody's typing and nobody's receipt stays in a cache."""
    response["Cache-Control"] = NO_STORE
    return response


def typed(request: HttpRequest, name: str, most: int = 40) -> str:
    """What somebody typed into a question: trimmed, no control characters, not longer than it may be."""
    return printable(request.GET.get(name, ""), most)


def printable(text: str, most: int) -> str:
    """A text from outside as it may be asked for and shown again."""
    return "".join(sign for sign in text if sign.isprintable()).strip()[:most]
