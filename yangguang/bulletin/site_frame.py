"""The frame of every public page: the site's own name and its navigation, the same on pages that lie on disk."""

from __future__ import annotations

from typing import Any

from django.conf import settings

ENTRIES = (
    ("home", "首页", "/"),
    ("decisions", "执法决定", "/decisions/"),
    ("lists", "清单与依据", "/lists/"),
    ("officers", "执法人员", "/officers/"),
    ("bodies", "执法机关", "/bodies/"),
)


def link_of(ref: str) -> str:
    """The whole address of a decision's page, or nothing while the site has not been told under which name it is reached."""
    site = str(settings.PUBLIC_SITE["url"])
    return f"{site}/decisions/{ref}" if site else ""


def frame(current: str = "") -> dict[str, Any]:
    """What the public layout needs; `current` marks where the page belongs."""
    return {
        "public_site": settings.PUBLIC_SITE,
        "portal_navigation": [
            {"label": label, "href": href, "current": key == current} for key, label, href in ENTRIES
        ],
    }
