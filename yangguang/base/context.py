"""What every template may use: the day, the mode and the page's title."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from yangguang.kernel import clock


def site(request: HttpRequest) -> dict[str, Any]:
    """Template variables common to both sites."""
    return {
        "today": clock.today(),
        "demo": settings.DEMO,
        "desk_here": settings.SITES != "portal",
        "large_type": request.COOKIES.get("large_type") == "1",
        "page_title": getattr(getattr(request, "page", None), "title", ""),
    }


def nothing_told(request: HttpRequest) -> dict[str, Any]:
    """For a site without sessions: nothing is told from one page to the next."""
    return {"messages": ()}
