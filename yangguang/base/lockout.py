"""What a locked-out person is told."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def locked_out(
    request: HttpRequest, credentials: dict[str, Any] | None = None, *args: Any, **kwargs: Any
) -> HttpResponse:
    """The page after too many wrong passwords."""
    return render(request, "base/locked_out.html", {"title": "暂时不能登录"}, status=429)
