"""The frame of every public page: the site's own name and its navigation, the same on pages that lie on disk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from django.conf import settings

ENTRIES = (
    ("home", "首页", "/"),
    ("decisions", "执法决定", "/decisions/"),
    ("lists", "清单与依据", "/lists/"),
    ("officers", "执法人员", "/officers/"),
    ("bodies", "执法机关", "/bodies/"),
    ("voice", "我要反映", "/voice/"),
)


def made_with() -> dict[str, Any]:
    """What this process makes pages with: the site's own name and address, and whether it is a demonstration."""
    return {"site": dict(settings.PUBLIC_SITE), "demo": settings.DEMO}


def link_of(ref: str, site: Mapping[str, str] | None = None, *, part: str = "decisions") -> str:
    """The whole address of a decision's page, or of one in another `part`.

    Nothing while the site has not been told under which name it is reached.
    """
    url = str((site or settings.PUBLIC_SITE)["url"])
    return f"{url}/{part}/{ref}" if url else ""


def officer_link(number: str, site: Mapping[str, str] | None = None) -> str:
    """The whole address that a certificate's QR code holds, or nothing while the site has no name."""
    url = str((site or settings.PUBLIC_SITE)["url"])
    return f"{url}/officers/no/{quote(number, safe='')}" if url else ""


def frame(current: str = "", site: Mapping[str, str] | None = None) -> dict[str, Any]:
    """What the public layout needs; `current` marks where the page belongs, `site` is another's name than this one's."""
    return {
        "public_site": site or settings.PUBLIC_SITE,
        "portal_navigation": [
            {"label": label, "href": href, "current": key == current} for key, label, href in ENTRIES
        ],
    }
